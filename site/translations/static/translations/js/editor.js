/* The translation editor: what is typed is saved; the keyboard leads from one text to the next that needs
   work; the page beside it shows what was saved. Without this script the editor is a form with buttons. */

import { serialise } from "./notation.js";

const { Controller } = window.StimulusModule;
const { app } = window.wagtail;
const { texts } = JSON.parse(document.getElementById("translation-editor-texts").textContent);
/** Milliseconds from the last key to saving, from a failure to the next attempt, from saving to preview. */
const PAUSE = 900;
const RETRY = 5000;
const SETTLED = 400;
const PREVIEW_KEPT = "translation-editor-preview";

/** Return a sentence with its %(name)s places filled. */
const fill = (sentence, values) =>
  sentence.replace(/%\((\w+)\)s/g, (whole, name) => (name in values ? values[name] : whole));

/** Return a copy of a piece of the page kept in a <template>. */
const piece = (name) =>
  document
    .querySelector(`template[data-te-piece="${name}"]`)
    .content.firstElementChild.cloneNode(true);

const form = () => document.getElementById("translation-editor");

/** Return the token as it is now: signing in again in another tab changes it. */
const csrf = () =>
  /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ??
  form().elements.csrfmiddlewaretoken.value;

const send = (url, method, body, options = {}) =>
  fetch(url, {
    method,
    body: JSON.stringify(body),
    headers: {
      "Content-Type": "application/json",
      "X-CSRFToken": csrf(),
      "X-Requested-With": "XMLHttpRequest",
    },
    ...options,
  });

const tell = (name, detail = {}) =>
  document.dispatchEvent(new CustomEvent(`translation-editor:${name}`, { detail }));

// One text ---------------------------------------------------------------------------------------

class TranslationText extends Controller {
  static targets = [
    ..."plain rich tools seen fault lost confirm drop saved notation".split(" "),
  ];

  static values = { url: String, rich: Boolean, todo: Boolean, waits: Boolean };

  connect() {
    this.isLocked = this.plainTarget.readOnly;
    if (this.richValue) this.showRich();
    this.field = this.richValue ? this.richTarget : this.plainTarget;
    // What was refused when the form was sent waits until she has decided: it is not kept yet.
    this.kept = this.waitsValue ? null : this.value;
    this.sending = null;
    for (const button of this.element.querySelectorAll("[data-te-script]")) {
      button.hidden = "teUnneeded" in button.dataset;
    }
    if (this.isLocked) return;
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("blur", () => this.save({ isHeard: true }));
    this.element.translationText = this;
  }

  disconnect() {
    clearTimeout(this.timer);
  }

  showRich() {
    const { plainTarget: plain, richTarget: rich } = this;
    plain.hidden = true;
    rich.hidden = false;
    if (this.hasNotationTarget) this.notationTarget.hidden = true;
    if (this.isLocked) {
      rich.setAttribute("aria-readonly", "true");
      rich.tabIndex = 0;
      return;
    }
    rich.contentEditable = "true";
    this.toolsTarget.hidden = false;
    // A button must not take the selection away from the words it is for.
    this.toolsTarget.addEventListener("mousedown", (event) => event.preventDefault());
    rich.addEventListener("paste", (event) => {
      event.preventDefault();
      document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
    });
    rich.addEventListener("drop", (event) => event.preventDefault());
    rich.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        document.execCommand("insertLineBreak");
      } else if (event.key.toLowerCase() === "u" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
      }
    });
  }

  get value() {
    return this.richValue ? serialise(this.richTarget) : this.plainTarget.value;
  }

  get isDirty() {
    return !this.isLocked && this.value !== this.kept;
  }

  typed() {
    clearTimeout(this.timer);
    if (this.richValue) this.plainTarget.value = this.value;
    if (this.kept === null) this.waitsValue = false;
    this.timer = setTimeout(() => this.save(), PAUSE);
    this.say(texts.unsaved);
    this.dropTarget.hidden = !this.value;
  }

  say(sentence, isFault = false) {
    this.savedTarget.textContent = sentence;
    this.savedTarget.classList.toggle("te-saved--fault", isFault);
  }

  fault(sentence) {
    this.faultTarget.hidden = !sentence;
    this.faultTarget.querySelector("span").textContent = sentence;
    this.element.querySelector('[data-te="error"]')?.remove();
    if (sentence) this.field.setAttribute("aria-invalid", "true");
    else this.field.removeAttribute("aria-invalid");
    if (sentence) tell("announce", { sentence });
  }

  /** Save what is written, one request at a time; what is typed meanwhile is saved after it. */
  async save({ leaving = false, isHeard = false } = {}) {
    clearTimeout(this.timer);
    if (this.sending) return this.sending;
    if (this.waitsValue || !this.isDirty) return true;
    const text = this.value;
    this.sending = this.ask("PUT", { text }, { leaving, isHeard }, () => {
      this.kept = text;
    });
    const done = await this.sending;
    this.sending = null;
    if (this.value !== text) this.typed();
    return done;
  }

  /** Ask the server; tell whether it did what was asked. */
  async ask(method, body, { leaving = false, isHeard = false } = {}, then = () => {}) {
    this.say(texts.saving);
    try {
      const answer = await send(
        this.urlValue,
        method,
        { ...body, seen: this.seenTarget.value },
        { keepalive: leaving },
      );
      if (answer.status === 403 || answer.redirected) return this.fail(texts.refused);
      if (answer.status >= 500) return this.retry();
      const told = await answer.json();
      if (answer.status === 409) return this.conflict(told);
      if (answer.status !== 200) {
        this.say(texts.unsaved, true);
        this.fault(told.message);
        return false;
      }
      then(told);
      this.apply(told);
      const sentence = method === "POST" ? texts.confirmed : texts.saved;
      const said = method === "DELETE" ? texts.dropped : fill(sentence, { time: told.time });
      this.say(said);
      tell("saved", { ...told, said, isHeard: isHeard || method !== "PUT" });
      return true;
    } catch {
      return this.retry();
    }
  }

  fail(sentence) {
    this.say(sentence, true);
    tell("announce", { sentence });
    return false;
  }

  retry() {
    this.timer = setTimeout(() => this.save(), RETRY);
    return this.fail(texts.offline);
  }

  apply(told) {
    this.seenTarget.value = told.seen;
    this.todoValue = told.isToDo;
    this.fault("");
    this.element.className = `te-row te-row--${told.standing}`;
    const state = this.element.querySelector('[data-te="state"]');
    state.className = `te-state te-state--${told.standing}`;
    state.querySelector('[data-te="state-text"]').textContent = told.label;
    state.querySelector("use").setAttribute("href", `#icon-${told.icon}`);
    // A button that goes must not throw whoever stands on it to the top of the page.
    const stood = document.activeElement;
    this.confirmTarget.hidden = !told.needsConfirming;
    this.dropTarget.hidden = !this.value;
    const select = this.element.querySelector('[data-te="select"]');
    if (select) select.hidden = select.firstElementChild.disabled = !told.needsConfirming;
    if (stood !== document.body && stood.closest("[hidden]")) this.field.focus();
    this.lostTarget.hidden = !told.lostLinks;
    this.lostTarget.querySelector("span").textContent = told.lostLinks
      ? fill(texts.lostLinks, { numbers: told.lostLinks })
      : "";
  }

  /** Put another text into the field. */
  put(typed, view) {
    this.plainTarget.value = typed;
    if (this.richValue) this.richTarget.innerHTML = view;
  }

  /** Show what somebody else saved meanwhile; nothing is lost, and she decides. */
  conflict({ seen, typed, view, by }) {
    this.waitsValue = true;
    this.element.querySelector(".te-conflict")?.remove();
    const box = piece("conflict");
    box.querySelector('[data-te="who"]').textContent = fill(texts.conflict, {
      name: by || texts.somebody,
    });
    box.querySelector('[data-te="theirs"]').innerHTML = view;
    const settle = () => {
      this.seenTarget.value = seen;
      this.waitsValue = false;
      box.remove();
      this.field.focus();
    };
    box.querySelector('[data-te="mine"]').addEventListener("click", () => {
      settle();
      this.kept = null;
      this.save({ isHeard: true });
    });
    box.querySelector('[data-te="take"]').addEventListener("click", () => {
      this.put(typed, view);
      this.kept = this.value;
      settle();
      this.say("");
    });
    this.savedTarget.closest("p").before(box);
    this.say(texts.unsaved, true);
    return false;
  }

  async confirm() {
    if (this.isLocked || this.element.querySelector('[data-te="mine"]')) return false;
    if (this.sending) await this.sending;
    // What was given back when the form was sent: she has looked at it now.
    this.waitsValue = false;
    if (this.isDirty) return this.save({ isHeard: true });
    return this.confirmTarget.hidden ? true : this.ask("POST", {});
  }

  async drop() {
    if (this.sending) await this.sending;
    clearTimeout(this.timer);
    let dropped = null;
    const done = await this.ask("DELETE", {}, {}, (told) => {
      this.put("", "");
      this.kept = this.value;
      dropped = told.undo;
    });
    if (!done || !dropped) return;
    const undo = piece("undo");
    // It comes back as it was: what nobody had confirmed is not confirmed by that.
    undo.addEventListener("click", async () => {
      undo.remove();
      this.field.focus();
      await this.ask("PUT", { undo: dropped }, { isHeard: true }, (told) => {
        this.put(told.typed, told.view);
        this.kept = this.value;
      });
    });
    this.field.addEventListener("input", () => undo.remove(), { once: true });
    this.savedTarget.after(undo);
    undo.focus();
  }

  // Emphasis and links ---------------------------------------------------------------------------

  bold() {
    this.richTarget.focus();
    document.execCommand("bold");
  }

  italic() {
    this.richTarget.focus();
    document.execCommand("italic");
  }

  /** Make the selected words a link of the source; without a selection, insert it with its own words.
      Within the link already, take it away and keep its words. */
  link({ currentTarget: button }) {
    const { link, target, words } = button.dataset;
    this.richTarget.focus();
    const selection = getSelection();
    if (!selection.rangeCount || !this.richTarget.contains(selection.anchorNode)) {
      selection.selectAllChildren(this.richTarget);
      selection.collapseToEnd();
    }
    const range = selection.getRangeAt(0);
    const stood = range.commonAncestorContainer;
    const around = (stood.nodeType === Node.TEXT_NODE ? stood.parentElement : stood).closest(
      ".te-link",
    );
    if (around) {
      around.replaceWith(...around.childNodes);
      this.typed();
      if (around.dataset.link === link) return;
    }
    const chip = document.createElement("span");
    chip.className = "te-link";
    Object.assign(chip.dataset, { link, target });
    if (range.collapsed) chip.textContent = words;
    else chip.append(range.extractContents());
    for (const inner of chip.querySelectorAll(".te-link")) inner.replaceWith(...inner.childNodes);
    range.insertNode(chip);
    // What is typed next stands behind the link, not in it.
    if (!chip.nextSibling?.textContent) chip.after(" ");
    selection.collapse(chip.nextSibling, chip.nextSibling.textContent.startsWith(" ") ? 1 : 0);
    this.typed();
  }
}

// An image, a file, a film or an address of its own ----------------------------------------------

class TranslationOwn extends Controller {
  static targets = ["seen", "saved"];

  static values = { url: String };

  connect() {
    this.element.addEventListener("change", (event) => this.save(event.target));
  }

  async save(input) {
    if (!input.name?.startsWith("own-")) return;
    this.savedTarget.textContent = texts.saving;
    this.savedTarget.classList.remove("te-saved--fault");
    const body = { value: input.value, seen: this.seenTarget.value };
    try {
      const answer = await send(this.urlValue, "PUT", body);
      if (answer.status === 403 || answer.redirected) return this.fail(texts.refused);
      if (answer.status >= 500) return this.fail(texts.offline);
      const told = await answer.json();
      if (answer.status !== 200) return this.fail(told.message);
      this.seenTarget.value = told.seen;
      const time = new Date().toLocaleTimeString(document.documentElement.lang || undefined, {
        timeStyle: "short",
      });
      this.savedTarget.textContent = fill(texts.saved, { time });
      tell("saved", { said: this.savedTarget.textContent, isHeard: true });
    } catch {
      this.fail(texts.offline);
    }
  }

  fail(sentence) {
    this.savedTarget.textContent = sentence;
    this.savedTarget.classList.add("te-saved--fault");
    tell("announce", { sentence });
  }
}

// The whole --------------------------------------------------------------------------------------

class TranslationEditor extends Controller {
  static targets = [
    ..."form row progress progressText saved announcer".split(" "),
    ..."preview previewToggle frame mode help".split(" "),
  ];

  static values = { preview: String };

  connect() {
    for (const part of this.element.querySelectorAll(".te-head [data-te-script]")) {
      part.hidden = false;
    }
    this.listen(document, "translation-editor:saved", (event) => this.wasSaved(event.detail));
    this.listen(document, "translation-editor:announce", (event) =>
      this.announce(event.detail.sentence),
    );
    this.listen(document, "keydown", (event) => this.key(event));
    this.listen(window, "online", () => this.saveAll());
    this.listen(window, "pageshow", () => (this.isSubmitting = false));
    this.listen(document, "visibilitychange", () => {
      if (document.visibilityState === "hidden" && !this.isSubmitting) {
        for (const text of this.all) text.save({ leaving: true });
      }
    });
    this.listen(window, "beforeunload", (event) => {
      const isOpen = this.all.some((text) => text.isDirty || text.sending);
      if (!this.isSubmitting && isOpen) event.preventDefault();
    });
    if (this.hasPreviewTarget && sessionStorage.getItem(PREVIEW_KEPT)) this.togglePreview();
  }

  listen(place, name, heard) {
    place.addEventListener(name, heard);
    (this.heard ??= []).push([place, name, heard]);
  }

  disconnect() {
    for (const [place, name, heard] of this.heard) place.removeEventListener(name, heard);
  }

  get all() {
    return this.rowTargets.map((row) => row.translationText).filter(Boolean);
  }

  /** Tell a screen reader, once. */
  announce(sentence) {
    this.announcerTarget.textContent = "";
    requestAnimationFrame(() => (this.announcerTarget.textContent = sentence));
  }

  wasSaved({ done, total, said, isHeard }) {
    if (total !== undefined) {
      this.progressTarget.max = total;
      this.progressTarget.value = done;
      this.progressTextTarget.textContent = fill(texts.progress, { done, total });
    }
    this.savedTarget.textContent = said;
    if (isHeard) this.announce(said);
    clearTimeout(this.previewing);
    this.previewing = setTimeout(() => this.refresh(), SETTLED);
  }

  async saveAll() {
    await Promise.all(this.all.map((text) => text.save({ isHeard: true })));
  }

  submitting() {
    this.isSubmitting = true;
    for (const text of this.all) clearTimeout(text.timer);
    this.formTarget.elements.csrfmiddlewaretoken.value = csrf();
  }

  // The keyboard ---------------------------------------------------------------------------------

  current() {
    const row = this.rowTargets.find((one) => one.contains(document.activeElement));
    return row?.translationText;
  }

  async key(event) {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === "F8" && !isCommand && !event.altKey) {
      event.preventDefault();
      this.go(event.shiftKey ? -1 : 1);
    } else if (event.key === "Enter" && isCommand && this.current()) {
      event.preventDefault();
      const text = this.current();
      if (await text.confirm()) this.go(1, text.element);
    } else if (event.key.toLowerCase() === "s" && isCommand && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      await this.saveAll();
    }
  }

  nextToDo() {
    this.go(1);
  }

  /** Go to the next text that needs work, after the one she stands in; around the end to the first. */
  go(step, from = this.rowTargets.find((one) => one.contains(document.activeElement))) {
    const rows = this.rowTargets;
    const start = from ? rows.indexOf(from) : step > 0 ? -1 : rows.length;
    const order = rows.map((_row, i) => rows.at((start + step * (i + 1)) % rows.length));
    const next = order.find((row) => row !== from && row.translationText?.todoValue);
    if (!next) return this.announce(texts.noMore);
    next.translationText.field.focus();
    next.scrollIntoView({ block: "center", behavior: "auto" });
  }

  help() {
    this.helpTarget.showModal();
  }

  closeHelp() {
    this.helpTarget.close();
  }

  // The page beside it ---------------------------------------------------------------------------

  togglePreview() {
    const isOpen = this.previewTarget.hidden;
    this.previewTarget.hidden = !isOpen;
    this.element.classList.toggle("te--preview", isOpen);
    this.previewToggleTarget.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) sessionStorage.setItem(PREVIEW_KEPT, "1");
    else sessionStorage.removeItem(PREVIEW_KEPT);
    if (isOpen && !this.frameTarget.src) this.mode();
    else this.refresh();
  }

  mode() {
    this.frameTarget.src = this.hasModeTarget ? this.modeTarget.value : this.previewValue;
  }

  /** Load the page anew and stay where it was. */
  refresh() {
    if (!this.hasPreviewTarget || this.previewTarget.hidden) return;
    const shown = this.frameTarget.contentWindow;
    const { scrollX, scrollY } = shown;
    this.frameTarget.addEventListener("load", () => shown.scrollTo(scrollX, scrollY), {
      once: true,
    });
    shown.location.reload();
  }
}

app.register("translation-text", TranslationText);
app.register("translation-own", TranslationOwn);
app.register("translation-editor", TranslationEditor);

/* The captions editor: what is typed is saved, measured and shown over the picture; Ctrl+Enter goes on.
   Without this script the page is a form with a button; everything it holds is in the page already. */

const form = document.querySelector("[data-caption-translation]");
const told = JSON.parse(document.getElementById("caption-translation").textContent);
const { limits, texts } = told;
const video = form.querySelector("[data-video]");
const overPicture = form.querySelector("[data-over-picture]");
const announcer = form.querySelector("[data-announce]");
const lastSaved = form.querySelector("[data-saved-last]");
const figures = new Intl.NumberFormat(document.documentElement.lang || undefined, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const ICONS = { missing: "radio-empty", changed: "warning", machine: "cogs", done: "check" };
/** Milliseconds from the last key to saving, and from a failure to the next attempt. */
const PAUSE = 900;
const RETRY = 5000;

/** Return a sentence with its %(name)s places filled. */
const fill = (sentence, values) =>
  sentence.replace(/%\((\w+)\)s/g, (whole, name) => (name in values ? values[name] : whole));

/** Tell a screen reader, once. */
const announce = (sentence) => {
  announcer.textContent = "";
  requestAnimationFrame(() => (announcer.textContent = sentence));
};

/** Return a copy of a piece of the page kept in a <template>. */
const piece = (name) =>
  form.querySelector(`template[data-piece="${name}"]`).content.firstElementChild.cloneNode(true);

// How a text reads: the same rules as videos/caption_translation/wording.py ----------------------

const REFERENCES = { amp: "&", lt: "<", gt: ">", nbsp: "\u00a0", lrm: "\u200e", rlm: "\u200f" };

/** Return the lines a resident reads of a text: without tags, blanks tidied, empty lines gone. */
const readLines = (text) =>
  text
    .replace(/<[^<>]+>/g, "")
    .replace(/&(\w+);/g, (whole, name) => REFERENCES[name] ?? whole)
    .split("\n")
    .map((line) => line.replace(/[ \t\u3000]+/g, " ").trim())
    .filter(Boolean);

/** Return speed, warnings and lines of a text shown for a number of seconds. */
const measure = (text, seconds) => {
  const lines = readLines(text);
  const lengths = lines.map((line) => [...line].length);
  const speed = lengths.reduce((sum, length) => sum + length, 0) / seconds;
  const warnings = [];
  if (speed > limits.speed) warnings.push(fill(texts.fast, { limit: limits.speed }));
  if (lines.length > limits.lines) warnings.push(fill(texts.tall, { limit: limits.lines }));
  if (Math.max(0, ...lengths) > limits.length) {
    warnings.push(fill(texts.wide, { limit: limits.length }));
  }
  return { lines, speed, warnings };
};

// One text of the page ---------------------------------------------------------------------------

/** Which saved text each field was filled from, by key; fields that were empty have none. */
const bases = JSON.parse(form.elements.bases.value || "{}");
/** The mark of an empty text: the first 16 digits of the SHA-256 of nothing. */
const EMPTY = "e3b0c44298fc1c14";

/** A caption, or a speaker's name: its field, and all that is said about it. */
class Field {
  constructor(row) {
    this.row = row;
    this.key = row.dataset.textOf;
    this.input = row.querySelector("[data-text]");
    this.saved = row.querySelector("[data-saved]");
    this.confirm = row.querySelector("[data-confirm]");
    this.start = Number(row.dataset.start);
    this.end = Number(row.dataset.end);
    this.isCaption = Boolean(row.dataset.start);
    this.warned = "";
    // What was refused when the form was sent waits until she has decided: it is not kept yet.
    this.waits = Boolean(row.querySelector(".ct-conflict"));
    this.keptText = this.waits ? null : this.input.value;
    this.timer = 0;
    this.sending = false;
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("blur", () => this.save());
    this.input.addEventListener("focus", () => stage.follow(this));
    this.confirm?.addEventListener("change", () => this.save());
    const play = row.querySelector("[data-play]");
    if (play) {
      play.hidden = false;
      play.addEventListener("click", () => stage.toggle(this));
    }
    if (this.isCaption) this.warned = this.read().warnings.join(" ");
  }

  get isDirty() {
    return this.input.value !== this.keptText || Boolean(this.confirm?.checked);
  }

  typed() {
    clearTimeout(this.timer);
    if (this.keptText === null) this.waits = false;
    this.timer = setTimeout(() => this.save(), PAUSE);
    this.say(texts.unsaved);
    if (this.isCaption) {
      this.show();
      stage.draw();
    }
  }

  read() {
    return measure(this.input.value, this.end - this.start);
  }

  /** Show how the text reads; a screen reader hears of a warning when it appears, not at each key. */
  show() {
    const { speed, warnings } = this.read();
    const meter = this.row.querySelector("[data-speed]");
    if (!meter) return;
    meter.textContent = this.input.value ? fill(texts.speed, { speed: figures.format(speed) }) : "";
    const said = warnings.join(" ");
    if (said === this.warned) return;
    this.warned = said;
    this.row.querySelector("[data-warnings]").replaceChildren(
      ...warnings.map((warning) => {
        const item = piece("warning");
        item.querySelector("[data-words]").textContent = warning;
        return item;
      }),
    );
    if (said) announce(said);
  }

  say(sentence, isFault = false) {
    this.saved.textContent = sentence;
    this.saved.classList.toggle("ct-saved--fault", isFault);
  }

  /** Save what is written, one request at a time; what is typed meanwhile is saved after it. */
  async save({ leaving = false } = {}) {
    clearTimeout(this.timer);
    if (this.sending || this.waits || !this.isDirty) return;
    this.sending = true;
    const text = this.input.value;
    const body = new URLSearchParams({ key: this.key, text, base: bases[this.key] ?? EMPTY });
    if (this.confirm?.checked) body.set("confirm", "1");
    this.say(texts.saving);
    try {
      const answer = await fetch(form.dataset.save, {
        method: "POST",
        body,
        keepalive: leaving,
        headers: { "X-CSRFToken": csrf(), "X-Requested-With": "XMLHttpRequest" },
      });
      await this.answered(answer, text);
    } catch {
      this.retry(texts.offline);
    } finally {
      this.sending = false;
      if (this.input.value !== text) this.typed();
    }
  }

  async answered(answer, text) {
    if (answer.status === 403 || answer.redirected) return this.fail(texts.refused);
    if (answer.status === 410 || answer.status === 404) return this.fail(texts.gone);
    if (answer.status !== 200 && answer.status !== 409) return this.retry(texts.offline);
    const told = await answer.json();
    progress(told);
    if (answer.status === 409) return this.conflict(told);
    bases[this.key] = told.token;
    this.keptText = text;
    this.say(fill(texts.saved, { time: told.time }));
    lastSaved.textContent = fill(texts.saved, { time: told.time });
    this.state(told);
  }

  fail(sentence) {
    this.say(sentence, true);
    announce(sentence);
  }

  retry(sentence) {
    this.fail(sentence);
    this.timer = setTimeout(() => this.save(), RETRY);
  }

  state({ state, fault }) {
    if (!this.isCaption) return;
    const chip = this.row.querySelector("[data-state-chip]");
    chip.className = `ct-state ct-state--${state}`;
    chip.querySelector("[data-state-text]").textContent = texts.states[state];
    chip.querySelector("use").setAttribute("href", `#icon-${ICONS[state]}`);
    this.row.className = `ct-caption ct-caption--${state}`;
    const place = this.row.querySelector("[data-fault]");
    if (fault && place.hidden) announce(fault);
    place.hidden = !fault;
    place.querySelector("span").textContent = fault;
    if (state === "done" && this.confirm) {
      // The box goes; whoever stood on it with the keyboard must not be thrown to the page's top.
      if (document.activeElement === this.confirm) this.input.focus();
      this.row.querySelector("[data-confirm-row]").remove();
      this.confirm = null;
    }
  }

  /** Show what somebody else saved meanwhile; nothing is lost, and she decides. */
  conflict({ token, text, by }) {
    this.waits = true;
    this.row.querySelector(".ct-conflict")?.remove();
    const box = piece("conflict");
    box.querySelector("[data-who]").textContent = fill(texts.conflict, { name: by || texts.somebody });
    box.querySelector("[data-theirs]").textContent = text;
    const settle = () => {
      bases[this.key] = token;
      this.waits = false;
      box.remove();
      this.input.focus();
    };
    box.querySelector("[data-keep-mine]").addEventListener("click", () => {
      settle();
      this.save();
    });
    box.querySelector("[data-take-theirs]").addEventListener("click", () => {
      this.input.value = this.keptText = text;
      settle();
      this.say("");
      if (this.isCaption) this.show();
      stage.draw();
    });
    this.saved.after(box);
    this.say(texts.unsaved, true);
  }
}

/** Return the token as it is now: signing in again in another tab changes it. */
const csrf = () =>
  /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? form.elements.csrfmiddlewaretoken.value;

const progress = ({ done, total, said }) => {
  const bar = form.querySelector("[data-progress]");
  bar.max = total;
  bar.value = done;
  form.querySelector("[data-progress-text]").textContent = said;
};

// The film ---------------------------------------------------------------------------------------

const stage = {
  clip: null,
  /** The caption she stands on: shown over the picture while the film rests. */
  current: null,

  follow(field) {
    if (!field.isCaption) return;
    this.current = field;
    if (video.paused && video.readyState) video.currentTime = field.start;
    this.draw();
  },

  toggle(field) {
    if (this.clip === field && !video.paused) return video.pause();
    this.current = this.clip = field;
    const play = () => video.play().catch(() => {});
    if (video.readyState) {
      video.currentTime = field.start;
      play();
    } else {
      video.addEventListener(
        "loadedmetadata",
        () => {
          video.currentTime = field.start;
          play();
        },
        { once: true },
      );
      video.load();
    }
  },

  /** Draw the caption of this moment, as it is written just now. */
  draw() {
    const now = video.currentTime;
    const shown = video.paused
      ? this.current
      : captions.find((field) => field.start <= now && now < field.end);
    overPicture.replaceChildren(
      ...(shown ? readLines(shown.input.value) : []).map((line) => {
        const row = document.createElement("span");
        row.textContent = line;
        return row;
      }),
    );
  },

  tick() {
    if (this.clip && video.currentTime >= this.clip.end - 0.02) video.pause();
    this.draw();
    if (!video.paused) requestAnimationFrame(() => this.tick());
  },

  buttons() {
    for (const field of captions) {
      const isPlaying = !video.paused && this.clip === field;
      field.row.querySelector("[data-play-text]").textContent = isPlaying ? texts.pause : texts.play;
    }
  },
};

const fields = [...form.querySelectorAll("[data-text-of]")].map((row) => new Field(row));
const captions = fields.filter((field) => field.isCaption);

video.addEventListener("play", () => {
  stage.buttons();
  stage.tick();
});
video.addEventListener("pause", () => {
  // Stopped elsewhere than at the clip's end, the film goes on from there as a whole.
  stage.clip = null;
  stage.buttons();
  stage.draw();
});
video.addEventListener("seeked", () => {
  if (stage.clip && (video.currentTime < stage.clip.start - 0.3 || video.currentTime > stage.clip.end)) {
    stage.clip = null;
    stage.buttons();
  }
});

// The keyboard -----------------------------------------------------------------------------------

const go = (field, step) => {
  const next = captions[captions.indexOf(field) + step];
  if (!next) return form.querySelector("[name=action][value=finish]").focus();
  next.input.focus();
  next.row.scrollIntoView({ block: "center", behavior: "auto" });
};

form.addEventListener("keydown", (event) => {
  const field = captions.find(({ row }) => row.contains(event.target));
  if (!field) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    if (event.shiftKey) return go(field, -1);
    if (field.confirm && field.input.value) field.confirm.checked = true;
    field.save();
    go(field, 1);
  } else if (event.code === "KeyP" && event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    stage.toggle(field);
  }
});

// Leaving ----------------------------------------------------------------------------------------

let isSubmitting = false;
form.addEventListener("submit", () => {
  isSubmitting = true;
  for (const field of fields) clearTimeout(field.timer);
  form.elements.bases.value = JSON.stringify(bases);
  form.elements.csrfmiddlewaretoken.value = csrf();
});
window.addEventListener("pageshow", () => (isSubmitting = false));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden" && !isSubmitting) {
    for (const field of fields) field.save({ leaving: true });
  }
});
window.addEventListener("online", () => fields.forEach((field) => field.save()));
window.addEventListener("beforeunload", (event) => {
  if (!isSubmitting && fields.some((field) => field.isDirty || field.sending)) event.preventDefault();
});

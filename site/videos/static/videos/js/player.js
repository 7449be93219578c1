// The film's own controls stay; this adds what browsers leave out: captions, versions and descriptions
// at one press (EN 301 549, 7.3), captions that look as the reader wants them (7.1.4), and the text
// beside the film, followed and clickable. Without this file every film still plays and reads.

const KEY = "kohtaamo-films";
const films = [];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// What the reader has chosen; kept only from the first choice on, and only in this browser.
const wishes = {};
try {
  Object.assign(wishes, JSON.parse(localStorage.getItem(KEY)));
} catch { /* no storage here, or not ours: nothing was chosen */ }

function wish(name, value) {
  wishes[name] = value;
  try { localStorage.setItem(KEY, JSON.stringify(wishes)); } catch { /* holds for this page alone */ }
  films.forEach((film) => film.apply());
}

function forget() {
  Object.keys(wishes).forEach((name) => delete wishes[name]);
  try { localStorage.removeItem(KEY); } catch { /* nothing was kept */ }
  films.forEach((film) => film.apply());
}

function clock(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor);
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

const element = (name, className) => Object.assign(document.createElement(name), { className });

class Film {
  constructor(root) {
    const one = (selector) => root.querySelector(selector);
    this.root = root;
    this.box = one(".film-main");
    this.stage = one(".film-stage");
    this.tools = one(".film-tools");
    this.settings = one(".film-settings");
    this.says = one("[data-says]");
    this.tells = one("[data-tells]");
    const transcript = one(".film-transcript");
    this.main = { video: this.stage.querySelector("video"), texts: one(".film-texts"), aligned: true };
    this.now = this.main;
    this.versions = [...root.querySelectorAll(".film-version")].map((part) => this.adopt(part));
    this.all = [this.main, ...this.versions];
    this.captions = this.stage.appendChild(element("div", "film-captions"));
    this.buttons = [...this.tools.querySelectorAll("button")];
    this.selects = [...this.tools.querySelectorAll("select")];
    this.usual = this.main.video.querySelector("track[default]")?.dataset.language ?? "";
    this.lists = [...root.querySelectorAll(".film-lines, .film-chapters")].map((list) => this.arm(list));
    this.all.forEach(({ video }) => this.listen(video));
    this.tools.addEventListener("click", (event) => this.press(event.target.closest("button")));
    this.tools.addEventListener("change", ({ target }) => wish(target.dataset.wish, target.value));
    document.addEventListener("fullscreenchange", () => this.fit());
    this.button("whole").hidden = !document.fullscreenEnabled;
    this.tools.hidden = false;
    root.classList.add("is-live");
    this.apply();
    this.follow();
    // Where there is room beside the film (video_player.css), its text is open from the start.
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (transcript && root.clientWidth >= 56 * rem) transcript.open = true;
  }

  button(what) { return this.buttons.find((button) => button.dataset.do === what); }

  // A version's own video moves onto the stage, its text into the place of the film's.
  adopt(part) {
    const video = part.querySelector("video");
    const texts = part.querySelector(".film-texts");
    video.hidden = true;
    this.stage.append(video);
    if (texts && this.main.texts) {
      texts.hidden = true;
      this.main.texts.after(texts);
    }
    part.hidden = true;
    return { video, texts, aligned: part.hasAttribute("data-aligned"), number: part.dataset.version };
  }

  listen(video) {
    const follow = () => this.follow();
    for (const name of ["timeupdate", "seeked", "play", "pause", "ended"]) video.addEventListener(name, follow);
    for (const name of ["pointerdown", "keydown"]) video.addEventListener(name, () => { video.touched = true; });
    video.addEventListener("ratechange", () => this.show("rate", String(video.playbackRate)));
    video.addEventListener("webkitbeginfullscreen", () => this.fit(true));
    video.addEventListener("webkitendfullscreen", () => this.fit(false));
    video.addEventListener("error", ({ target }) => this.fail(target), true);
    this.fail(video);
    for (const track of video.querySelectorAll("track")) {
      track.default = false;
      track.track.addEventListener("cuechange", () => (track.kind === "descriptions" ? this.tell(track) : this.draw()));
      if (track.readyState === HTMLTrackElement.ERROR) this.fail(track);
    }
    // The browser's own menu may choose captions too; what it chooses by itself is ours to undo.
    video.textTracks.addEventListener("change", () => {
      if (this.native || video !== this.now.video) return;
      const shown = this.tracks().find(({ track }) => track.mode === "showing");
      if (shown && video.touched) {
        this.read(shown.dataset.language);
        wish("captions", this.language);
      } else if (shown) this.choose();
    });
  }

  // Captions ------------------------------------------------------------------------------------

  tracks(video = this.now.video) {
    return [...video.querySelectorAll("track:is([kind=captions], [kind=subtitles])")];
  }

  // What is shown: the language that was asked for, or another one where a version lacks it.
  track() {
    const tracks = this.tracks();
    const wanted = this.language && tracks.find(({ dataset }) => dataset.language === this.language);
    return wanted || (this.language ? tracks[0] : undefined);
  }

  choose() {
    const shown = this.track();
    for (const { video } of this.all) {
      for (const track of this.tracks(video)) {
        track.track.mode = track !== shown ? "disabled" : this.native ? "showing" : "hidden";
      }
      for (const track of video.querySelectorAll("track[kind=descriptions]")) {
        track.track.mode = wishes.descriptions && track === this.describing() ? "hidden" : "disabled";
      }
    }
    const here = this.tracks().map(({ dataset }) => dataset.language);
    for (const button of this.buttons) {
      const { language } = button.dataset;
      if (!language) continue;
      button.hidden = !here.includes(language);
      button.setAttribute("aria-pressed", language === shown?.dataset.language);
    }
    this.draw();
  }

  read(language) {
    this.language = language;
    this.choose();
    const texts = this.now.texts ?? this.main.texts;
    for (const part of texts?.querySelectorAll(".film-language") ?? []) {
      if (language) part.open = part.dataset.language === language;
    }
    this.say(language ? this.buttons.find(({ dataset }) => dataset.language === language) : this.word("off"));
  }

  draw() {
    const { video } = this.now;
    const shown = this.track();
    this.captions.replaceChildren();
    if (!shown || this.native || (!video.played.length && !video.currentTime)) return;
    this.captions.lang = shown.srclang;
    this.captions.dir = shown.dataset.dir;
    for (const cue of shown.track.activeCues ?? []) {
      if (cue.endTime <= video.currentTime) continue; // Chromium counts the one that ends right now
      const line = element("span", "film-cue");
      line.append(cue.getCueAsHTML());
      for (const voice of line.querySelectorAll("[title]")) {
        voice.prepend(Object.assign(element("b", ""), { textContent: `${voice.title}: ` }));
        voice.removeAttribute("title");
      }
      this.captions.appendChild(element("p", "")).append(line);
    }
  }

  describing() { return this.now.video.querySelector("track[kind=descriptions]"); }

  tell(track) {
    if (track !== this.describing() || this.now.video.paused) return;
    Object.assign(this.tells, { lang: track.srclang, dir: track.dataset.dir });
    this.tells.textContent = [...track.track.activeCues ?? []].map(({ text }) => text).join(" ");
  }

  // Buttons -------------------------------------------------------------------------------------

  press(button) {
    const { video } = this.now;
    const on = button?.getAttribute("aria-pressed") === "true";
    switch (button?.dataset.do) {
      case "play": return video.paused ? this.play() : video.pause();
      case "seek": return this.seek(video.currentTime + Number(button.dataset.by), true);
      case "settings":
        button.setAttribute("aria-expanded", this.settings.hidden);
        this.settings.hidden = !this.settings.hidden;
        return undefined;
      case "whole": return document.fullscreenElement ? document.exitFullscreen() : this.box.requestFullscreen();
      case "captions":
        this.read(on ? "" : button.dataset.language);
        return wish("captions", this.language);
      case "version": return this.turn(on ? this.main : this.versions.find(({ number }) => number === button.dataset.version));
      case "descriptions":
        wish("descriptions", !on);
        return this.say(this.word(on ? "untold" : "told"));
      case "reset":
        forget();
        return this.say(this.word("reset"));
    }
  }

  play() { this.now.video.play().catch(() => this.fail(this.now.video)); }

  seek(seconds, aloud) {
    const { video } = this.now;
    video.currentTime = Math.max(0, Math.min(seconds, video.duration || seconds));
    if (aloud) this.say(Object.assign(element("bdi", ""), { dir: "ltr", textContent: clock(video.currentTime) }));
  }

  // Another version goes on at the same moment, where its moments are the same.
  turn(to) {
    const from = this.now;
    if (from === to) return;
    const playing = !from.video.paused;
    from.video.pause();
    this.now = to;
    if (from.aligned && to.aligned) to.video.currentTime = from.video.currentTime;
    if (!playing) to.video.preload = "metadata";
    Object.assign(to.video, { volume: from.video.volume, muted: from.video.muted });
    for (const { video, texts } of this.all) {
      video.hidden = video !== to.video;
      if (texts) texts.hidden = texts !== (to.texts ?? this.main.texts);
    }
    this.apply();
    if (playing) this.play();
    this.say(this.buttons.find(({ dataset }) => dataset.do === "version" && dataset.version === to.number) ?? this.word("main"));
  }

  // What was chosen here or in another film of the page, or on an earlier visit.
  apply() {
    for (const select of this.selects) {
      const { wish: name } = select.dataset;
      const usual = select.querySelector("[selected]").value;
      const value = [...select.options].some((option) => option.value === wishes[name]) ? wishes[name] : usual;
      this.show(name, value);
      if (name === "rate") this.all.forEach(({ video }) => { video.defaultPlaybackRate = video.playbackRate = Number(value); });
      else this.box.dataset[name] = value;
    }
    const languages = this.buttons.map(({ dataset }) => dataset.language);
    const { captions } = wishes;
    this.language = captions === "" || (captions && languages.includes(captions)) ? captions : this.usual;
    for (const button of this.buttons) {
      const { do: what, version } = button.dataset;
      if (what === "version") button.setAttribute("aria-pressed", version === this.now.number);
      if (what === "descriptions") button.setAttribute("aria-pressed", Boolean(wishes.descriptions));
    }
    this.choose();
  }

  show(name, value) {
    const select = this.selects.find(({ dataset }) => dataset.wish === name);
    if (select && [...select.options].some((option) => option.value === value)) select.value = value;
  }

  // The text beside -------------------------------------------------------------------------------

  arm(list) {
    const owner = this.versions.find(({ texts }) => texts?.contains(list)) ?? this.main;
    const moments = [...list.children].map((line) => ({ line, at: Number(line.dataset.at) }));
    const here = this.root.closest("[lang]");
    for (const { line } of moments) {
      const time = line.querySelector(".film-at");
      const button = Object.assign(element("button", "film-at"), { type: "button", lang: here.lang, dir: here.dir });
      const words = element("span", "unseen");
      words.append(this.word("jump"), " ");
      time.replaceWith(button);
      time.className = "";
      button.append(words, time);
    }
    list.addEventListener("click", (event) => {
      const found = moments.find(({ line }) => line.contains(event.target));
      if (!found || (!event.target.closest("button") && String(getSelection()))) return;
      if (!this.follows(owner)) this.turn(owner);
      this.seek(found.at);
    });
    return { list, owner, moments };
  }

  // Whether the moments of a list are those of the film that is on.
  follows(owner) { return owner === this.now || (owner.aligned && this.now.aligned); }

  follow() {
    const { video } = this.now;
    const { paused } = video;
    this.stage.classList.toggle("is-paused", paused);
    this.when("play", paused ? "paused" : "playing");
    this.draw();
    const begun = video.played.length || video.currentTime;
    for (const entry of this.lists) {
      const now = begun && this.follows(entry.owner)
        ? entry.moments.findLast(({ at }) => at <= video.currentTime + 0.05)?.line
        : undefined;
      if (now === entry.now) continue;
      entry.now?.removeAttribute("aria-current");
      entry.now = now;
      now?.setAttribute("aria-current", "true");
      if (now) this.reveal(now);
    }
  }

  // Within its own box, and not while the reader is busy in it.
  reveal(line) {
    const box = [line.closest(".film-lines"), line.closest(".film-reading")]
      .find((part) => part && getComputedStyle(part).overflowY === "auto" && part.scrollHeight > part.clientHeight);
    if (!box || box.matches(":hover") || box.querySelector(":focus-visible")) return;
    box.scrollTo({ top: line.offsetTop - box.clientHeight / 3, behavior: calm.matches ? "auto" : "smooth" });
  }

  // Odds and ends -----------------------------------------------------------------------------------

  when(what, state) {
    for (const part of this.button(what).querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== state;
  }

  // In the browser's own full screen our captions cannot be seen, so its own are shown.
  fit(native = document.fullscreenElement === this.now.video) {
    this.native = native;
    this.when("whole", document.fullscreenElement === this.box ? "whole" : "small");
    this.choose();
  }

  fail(target) {
    if (target.localName === "track") {
      this.tools.parentElement.querySelector(".film-lost").hidden = false;
      return;
    }
    const { video } = this.now;
    // The last of the sources has failed a moment after its error is told.
    setTimeout(() => {
      if (!video.error && video.networkState !== HTMLMediaElement.NETWORK_NO_SOURCE) return;
      const fault = this.box.querySelector(".film-fault");
      fault.hidden = false;
      this.say(fault);
    }, 50);
  }

  word(name) { return this.tools.querySelector(`[data-word="${name}"]`).cloneNode(true); }

  say(what) {
    const words = [...what.childNodes].filter(({ nodeName }) => nodeName !== "svg");
    this.says.replaceChildren(...words.map((node) => node.cloneNode(true)));
    // A link that cannot be seen must not be a stop of the keyboard.
    for (const link of this.says.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  }
}

for (const root of document.querySelectorAll(".film")) {
  if (root.querySelector(".film-tools")) films.push(new Film(root));
}

// One film at a time.
document.addEventListener("play", ({ target }) => {
  for (const { video } of films.flatMap(({ all }) => all)) if (video !== target) video.pause();
}, true);

// The ring around a film with the focus is for the keyboard.
for (const name of ["pointerdown", "keydown"]) {
  document.addEventListener(name, () => {
    for (const { root } of films) root.classList.toggle("is-pointed", name === "pointerdown");
  }, true);
}

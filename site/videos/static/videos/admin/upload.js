// Shows how far an upload is, and keeps the chosen file when something else has to be mended.
// Without this script the form is sent as any other.

const MEGABYTE = 1024 * 1024;

function prepare(form) {
  const part = (name) => form.querySelector(`[data-upload${name ? `-${name}` : ""}]`);
  const words = part("words").dataset;
  const input = form.querySelector("input[type=file]");
  const error = part("error");
  const button = form.querySelector("button[type=submit]");

  const complain = (text) => {
    error.textContent = text;
    error.hidden = !text;
  };

  const tooLarge = () => {
    const [file] = input.files;
    const large = Boolean(file) && file.size > Number(form.dataset.maxBytes);
    complain(large ? words.tooLarge : "");
    return large;
  };
  input.addEventListener("change", () => {
    const title = form.querySelector("input[name=title]");
    if (!tooLarge() && title && !title.value && input.files[0]) {
      title.value = input.files[0].name.replace(/\.[^.]+$/, "").replace(/[_-]+/g, " ");
    }
  });

  form.addEventListener("submit", (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    if (!tooLarge()) send();
  });

  function send() {
    const request = new XMLHttpRequest();
    const bar = part("bar");
    const text = part("text");
    const status = part("status");
    const working = (on) => {
      part("").hidden = !on;
      button.disabled = on;
    };
    const stop = (said) => {
      working(false);
      complain(said);
      window.removeEventListener("beforeunload", warn);
      button.focus();
    };
    const warn = (event) => event.preventDefault();
    let told = -1;

    request.upload.addEventListener("progress", ({ loaded, total }) => {
      const percent = Math.floor((100 * loaded) / total);
      bar.value = percent;
      text.textContent = words.uploading
        .replace("{percent}", percent)
        .replace("{done}", Math.round(loaded / MEGABYTE))
        .replace("{total}", Math.max(1, Math.round(total / MEGABYTE)));
      if (percent >= told + 25) {
        told = percent;
        status.textContent = text.textContent;
      }
    });
    request.upload.addEventListener("load", () => {
      bar.removeAttribute("value");
      text.textContent = words.looking;
      status.textContent = words.looking;
    });
    request.addEventListener("load", () => {
      window.removeEventListener("beforeunload", warn);
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const answer = page.getElementById(form.id);
      if (request.status < 400 && !answer) {
        window.location.assign(request.responseURL);
      } else if (request.status < 400) {
        mend(answer);
      } else {
        stop(words.broken);
      }
    });
    request.addEventListener("error", () => stop(words.broken));
    request.addEventListener("abort", () => stop(words.cancelled));
    part("cancel").addEventListener("click", () => request.abort(), { once: true });

    complain("");
    working(true);
    window.addEventListener("beforeunload", warn);
    request.open("POST", form.getAttribute("action") || window.location.href);
    request.send(new FormData(form));
  }

  /** Put the answer's form, with its complaints, in the place of this one; the chosen file stays. */
  function mend(answer) {
    const fresh = document.adoptNode(answer);
    fresh.querySelector("input[type=file]").replaceWith(input);
    form.replaceWith(fresh);
    prepare(fresh);
    const wrong = fresh.querySelector(".error-message:not([hidden])");
    const field = wrong?.closest("[data-field]")?.querySelector("input, select, textarea");
    (field ?? fresh.querySelector("button[type=submit]")).focus();
  }
}

const form = document.getElementById("film-upload");
if (form) prepare(form);

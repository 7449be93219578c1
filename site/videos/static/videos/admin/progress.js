// Shows how far a film's files are, every other second; the page works as well by loading it again.

const EVERY = 2000;
const status = document.querySelector("[data-film-progress]");

/** Put the parts that a finished file changes in the place of the old ones; what is typed stays. */
async function renew() {
  const answer = await fetch(window.location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const old of document.querySelectorAll("[data-films-part]")) {
    const name = old.dataset.filmsPart;
    const fresh = page.querySelector(`[data-films-part="${name}"]`);
    const video = old.querySelector("video");
    // A film somebody is watching is not taken from under her.
    if (fresh && !(video && !video.paused)) old.replaceWith(fresh);
  }
}

function show(file) {
  const row = document.querySelector(`[data-film-file="${file.id}"]`);
  if (!row) return false;
  const bar = row.querySelector("progress");
  if (bar) bar.value = Number(file.progress);
  const percent = row.querySelector("[data-percent]");
  if (percent) percent.textContent = `${file.progress} %`;
  return row.dataset.state !== file.state;
}

async function look() {
  let told;
  try {
    const answer = await fetch(status.dataset.filmProgress, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    told = await answer.json();
  } catch {
    window.setTimeout(look, EVERY * 5);
    return;
  }
  const changed = told.files.map(show).includes(true);
  const known = document.querySelectorAll("[data-film-file]").length === told.files.length;
  if (changed || !known || !told.running) {
    await renew();
    status.textContent = document.querySelector("[data-films-part='checklist'] p")?.textContent.trim() ?? "";
  }
  if (told.running) window.setTimeout(look, EVERY);
}

if (status?.dataset.running === "true") window.setTimeout(look, EVERY);

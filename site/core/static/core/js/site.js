// Enhancements only: without this file every page still works.

// A video from another service opens in place; nothing is fetched from there before the press.
document.addEventListener("click", (event) => {
  const facade = event.target.closest("a[data-frame]");
  if (!facade || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const frame = document.createElement("iframe");
  frame.className = "video-player";
  frame.src = facade.dataset.frame;
  frame.title = facade.dataset.title;
  frame.allow = "fullscreen; picture-in-picture";
  facade.replaceWith(frame);
  frame.focus();
});

// The menu is a row on a wide screen; browsers that cannot style closed content get it opened.
const menu = document.querySelector(".menu-fold");
if (menu && !CSS.supports("selector(::details-content)")) {
  const wide = matchMedia("(min-width: 48rem)");
  const fit = () => { menu.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
}

// The list of missing languages closes like a menu: with Escape, or by a press elsewhere.
const more = document.querySelector(".languages-more");
if (more) {
  document.addEventListener("click", (event) => { if (!more.contains(event.target)) more.open = false; });
  more.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !more.open) return;
    more.open = false;
    more.querySelector("summary").focus();
  });
}

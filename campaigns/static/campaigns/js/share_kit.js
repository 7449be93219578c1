// Copies the code of a film at a press. Without this file the code is selected by hand.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const code = document.getElementById(button.dataset.copies);
  const done = button.nextElementSibling;
  if (!navigator.clipboard) continue;
  button.hidden = false;
  code.addEventListener("focus", () => code.select());
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.value);
      // The words are put into the status anew, so that a screen reader says them each time.
      const words = done.innerHTML;
      done.replaceChildren();
      done.hidden = false;
      setTimeout(() => { done.innerHTML = words; }, 50);
    } catch {
      code.focus();
    }
  });
}

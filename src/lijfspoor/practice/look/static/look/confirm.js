// A link with data-confirm opens its question here; without script it goes to a page with the same question.
document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[data-confirm]");
  if (link) {
    const dialog = document.getElementById(link.dataset.confirm);
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault();
      dialog.showModal();
    }
  }
  const close = event.target.closest("dialog [data-close]");
  close?.closest("dialog").close();
});

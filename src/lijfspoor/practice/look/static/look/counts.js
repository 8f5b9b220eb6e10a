// Says how much room a text field has left. Nothing is cut off: too much text stays, with words about it.
const NEAR = 0.8;

const watch = (line) => {
  const field = document.getElementById(line.dataset.countFor);
  if (!field) return;
  const limit = Number(line.dataset.limit);
  const quiet = line.hidden;
  const show = () => {
    // The server counts a line end as two characters and a character outside the basic plane as one.
    const used = [...field.value.replace(/\r?\n/g, "\r\n")].length;
    const over = used > limit;
    line.hidden = quiet && used < limit * NEAR;
    line.classList.toggle("field__count--over", over);
    line.textContent = (over ? line.dataset.over : line.dataset.left).replace("#", String(Math.abs(limit - used)));
  };
  field.addEventListener("input", show);
  show();
};

for (const line of document.querySelectorAll("[data-count-for]")) watch(line);

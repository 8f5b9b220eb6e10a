// Everything here is an addition: each page reads and works without it.
import "./autosave.js";
import "./submit-once.js";
import "./confirm.js";
import "./menu.js";
import "./counts.js";

// What every staff page does beside page.js.

import "./bell.js";
import "./keys.js";
import "./palette.js";

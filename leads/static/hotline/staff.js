// What every staff page does beside page.js.

import "./keys.js";

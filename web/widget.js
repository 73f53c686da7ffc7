/** What a page embeds: `<script type="module" src=".../widget.js">` brings `<actqa-chat>`. */

import "./web/widget/define.js";

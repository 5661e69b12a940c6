// What every page needs; maps and charts are fetched only where one stands.
import { startDisplay } from "./modules/display.js";
import { startDialogs } from "./modules/dialogs.js";
import { startDropzones } from "./modules/dropzone.js";
import { startForms } from "./modules/forms.js";
import { startFragments } from "./modules/fragments.js";
import { startMessages } from "./modules/messages.js";
import { startPaste } from "./modules/paste.js";
import { startPictures } from "./modules/pictures.js";
import { startQuestions } from "./modules/questions.js";
import { startSeen } from "./modules/seen.js";

startDisplay();
startMessages();
startFragments();
startDialogs();
startForms();
startDropzones();
startPaste();
startPictures();
startQuestions();
startSeen();

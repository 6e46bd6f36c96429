// Pages outside the frame: the theme, and the hints of the style guide.
import { startTheme } from './theme.js';
import { startHints } from './hints.js';
import { startConfirm } from './confirm.js';
import { startTrends } from './trend.js';

startTheme();
startHints();
startConfirm();
startTrends();

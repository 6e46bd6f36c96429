// Pages of the frame. Everything here is a convenience: the pages work without it.
import { startTheme } from './theme.js';
import { startHints } from './hints.js';
import { startConfirm } from './confirm.js';
import { startTrends } from './trend.js';
import { startRows } from './rows.js';
import { startSwap } from './swap.js';
import { startPalette } from './palette.js';
import { startLive } from './live.js';
import { startPoll } from './poll.js';

startTheme();
startHints();
startConfirm();
startTrends();
startRows();
startSwap();
startPalette();
startLive();
startPoll();

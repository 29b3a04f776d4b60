/** The worker of the desk, with the program's own schemes. */
import { PackedSchemes } from '../../jobs/packed-schemes.ts';
import { SCHEMES } from '../built/schemes.ts';
import { serveFromWorker } from '../worker/answer-request.ts';
import { Desk } from './desk.ts';
import { SchemeShelf } from './scheme-shelf.ts';

// The pane prints no forms.
serveFromWorker(() => new Desk(new SchemeShelf(new PackedSchemes(SCHEMES, new Map()))));

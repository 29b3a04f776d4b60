/** The worker of the workshop, with the program's own schemes. */
import { PackedSchemes } from '../../jobs/packed-schemes.ts';
import { FORMS } from '../built/forms.ts';
import { SCHEMES } from '../built/schemes.ts';
import { serveFromWorker } from '../worker/answer-request.ts';
import { Workshop } from './workshop.ts';

serveFromWorker((tell) => new Workshop(new PackedSchemes(SCHEMES, FORMS), tell));

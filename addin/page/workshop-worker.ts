/** The worker of the workshop, with the program's own schemes; and of the readers of returned files that it starts. */
import { PackedSchemes } from '../../jobs/packed-schemes.ts';
import { FORMS } from '../built/forms.ts';
import { SCHEMES } from '../built/schemes.ts';
import { serveFromWorker } from '../worker/answer-request.ts';
import { serveAsReader } from './returns/start-reader.ts';
import { Workshop } from './workshop.ts';

if (!serveAsReader()) serveFromWorker((tell) => new Workshop(new PackedSchemes(SCHEMES, FORMS), tell));

/** The worker of the workshop, with the program's own schemes. */
import { MemoryFolder } from '../../jobs/memory-folder.ts';
import { SchemeFolder } from '../../jobs/scheme-folder.ts';
import { serveFromWorker } from '../worker/answer-request.ts';
import { TEMPLATE_FILES } from './built-templates.ts';
import { Workshop } from './workshop.ts';

serveFromWorker((tell) => new Workshop(new SchemeFolder(new MemoryFolder(new Map(TEMPLATE_FILES))), tell));

import { proveBlob } from '@/utils/archive/prove-blob';
import { sha256 } from '@/utils/browser/sha256';
import { answerCalls } from '@/utils/browser/worker-calls';

/** Proves pictures on a thread of its own, so that the page stays smooth and an export is faster. */
answerCalls(async (question) => (question instanceof Blob ? proveBlob(question, sha256) : undefined));

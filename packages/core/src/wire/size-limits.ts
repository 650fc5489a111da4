/** How much a server may say. Each limit is far above what an honest one needs. */

/** One line of a dialogue. */
export const maxLineBytes = 8192
/** All that is said in one step of a handshake. */
export const maxStepBytes = 65_536
/** What a transfer must bring in each span of the time limit, so that a slow one is told from one that is held up. */
export const leastTransferBytes = 1024
/** What is kept of the answer to a request by HTTPS: the identity service's and Graph's are a few kilobytes long. */
export const maxAnswerBytes = 1_048_576

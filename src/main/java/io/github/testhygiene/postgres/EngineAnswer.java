package io.github.testhygiene.postgres;

/** Whether there is a Docker engine to start containers on. */
sealed interface EngineAnswer {

    /**
     * There is one.
     *
     * @param where its address
     */
    record Answers(String where) implements EngineAnswer {}

    /**
     * There is none that can be used.
     *
     * @param why where we looked and what we saw, as the second half of a sentence
     */
    record None(String why) implements EngineAnswer {}
}

package io.github.testhygiene.postgres.server;

/** Whether there is a Docker engine to start containers on. */
public sealed interface EngineAnswer {

    /** Where we looked and what we saw, as the second half of a sentence. */
    String why();

    /**
     * There is one.
     *
     * @param where its address
     */
    record Answers(String where) implements EngineAnswer {
        @Override
        public String why() {
            return "a Docker engine answers at " + where;
        }
    }

    /**
     * There is none that can be used.
     *
     * @param why where we looked and what we saw, as the second half of a sentence
     */
    record None(String why) implements EngineAnswer {}
}

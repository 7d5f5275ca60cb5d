/**
 * Test Hygiene: finds integration tests that depend on each other through PostgreSQL or the JVM, and says which, on which, and
 * through what. A goal of Maven ({@code mojo}) calls one stage; no stage knows Maven.
 *
 * <ol>
 *   <li>{@code postgres.server} and {@code postgres.database} start or join a server, and create a database for each module.
 *   <li>{@code fork} runs in the JVM of the user's tests and reports them over {@code wire}; {@code recording} turns that, and
 *       what {@code postgres.log} saw at every boundary between two tests, into a recording.
 *   <li>{@code selection} chooses the tests to check, {@code plan} the runs that are worth making.
 *   <li>{@code rerun.run} makes each in fresh JVMs ({@code rerun.launch}) on fresh clones, and {@code rerun.files} keeps the
 *       module's folder from connecting them.
 *   <li>{@code diagnosis} turns outcomes into verdicts, and finds culprits and leaks by more runs ({@code postgres.difference}).
 *   <li>{@code evidence}, {@code timing}, and {@code lint} find what the database, the clock, and the bytecode show.
 *   <li>{@code report} writes it, {@code gate} judges it, {@code replay} shows it again; {@code check} connects all of these,
 *       and {@code session} ends what has to be ended.
 * </ol>
 *
 * <p>{@code model} is the vocabulary, {@code text} every sentence that is no error, {@code advice} every error, {@code sql}
 * what reads and quotes SQL, {@code bytecode} what finds and reads class files, {@code process} what proves that the owner
 * of something left has ended, and {@code filesystem} what deletes it.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene;

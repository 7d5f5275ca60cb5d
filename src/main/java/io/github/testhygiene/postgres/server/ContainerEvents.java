package io.github.testhygiene.postgres.server;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventActor;
import com.github.dockerjava.api.model.EventType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.testcontainers.DockerClientFactory;

/**
 * Asks the Docker engine which containers were started by certain JVMs. A container counts only if it bears the label of a
 * Testcontainers session of theirs: others on the same engine belong to other builds, or to nobody who can be named. Ryuk,
 * which Testcontainers starts for itself, does not count. An engine remembers only its latest events (256 of all kinds, health checks included, in Docker 29 too), so of a long
 * run the first may be missing.
 */
public final class ContainerEvents {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final String RYUK = "testcontainers-ryuk-";

    private ContainerEvents() {}

    /**
     * The containers that were started within a span. Starts and pulls nothing; to be asked only where an engine is known
     * to answer, because Testcontainers is loud where none does.
     *
     * @param from the span's start
     * @param to the span's end, which is no longer part of it; in the past
     * @param sessions the Testcontainers sessions of the JVMs; nothing is asked where there are none
     * @return in the order in which they were started; empty if the engine does not answer within 3 s
     */
    public static List<ContainerStart> started(Instant from, Instant to, Set<String> sessions) {
        return started(EngineClient::open, from, to, sessions, LIMIT);
    }

    /**
     * The same, where an engine answers within 3 s; elsewhere nothing is asked of Testcontainers.
     *
     * @param from the span's start
     * @param to the span's end, which is no longer part of it; in the past
     * @param sessions the Testcontainers sessions of the JVMs
     * @return in the order in which they were started; empty if no engine answers
     */
    public static List<ContainerStart> startedWhereEngineAnswers(Instant from, Instant to, Set<String> sessions) {
        return !sessions.isEmpty() && EngineProbe.look(LIMIT) instanceof EngineAnswer.Answers
                ? started(from, to, sessions)
                : List.of();
    }

    /** With any way to an engine, and any time for its answer. */
    static List<ContainerStart> started(
            Callable<DockerClient> engine, Instant from, Instant to, Set<String> sessions, Duration limit) {
        if (!from.isBefore(to) || sessions.isEmpty()) {
            return List.of();
        }
        List<ContainerStart> starts =
                new Deadline(limit).call(() -> ask(engine, from, to, sessions)).orElse(List.of());
        return starts.stream()
                .filter(start -> !start.at().isBefore(from) && start.at().isBefore(to))
                .sorted(Comparator.comparing(ContainerStart::at))
                .toList();
    }

    private static List<ContainerStart> ask(
            Callable<DockerClient> engine, Instant from, Instant to, Set<String> sessions) throws Exception {
        try (DockerClient client = engine.call()) {
            return ask(client, from, to, sessions);
        }
    }

    private static List<ContainerStart> ask(DockerClient client, Instant from, Instant to, Set<String> sessions)
            throws IOException, InterruptedException {
        Instant asked = Instant.now();
        String systemTime = client.infoCmd().exec().getSystemTime();
        EngineClock clock = EngineClock.of(asked, systemTime, Instant.now());
        try (Answer answer = new Answer()) {
            client.eventsCmd()
                    .withSince(moment(clock.toEngine(from)))
                    .withUntil(moment(clock.toEngine(to)))
                    .withEventTypeFilter(EventType.CONTAINER)
                    .withEventFilter("start")
                    .exec(answer)
                    .awaitCompletion();
            return answer.events.stream()
                    .flatMap(event -> start(event, clock, sessions).stream())
                    .toList();
        }
    }

    /** As the engine reads it: seconds since 1970 with nine digits after the point. */
    private static String moment(Instant instant) {
        return String.format(Locale.ROOT, "%d.%09d", instant.getEpochSecond(), instant.getNano());
    }

    private static Optional<ContainerStart> start(Event event, EngineClock clock, Set<String> sessions) {
        EventActor actor = event.getActor();
        Long nanos = event.getTimeNano();
        if (actor == null || nanos == null || actor.getAttributes() == null) {
            return Optional.empty();
        }
        Map<String, String> attributes = actor.getAttributes();
        return isOf(sessions, attributes)
                ? Optional.of(new ContainerStart(
                        clock.toOurs(Instant.ofEpochSecond(0, nanos)),
                        attributes.getOrDefault("image", ""),
                        actor.getId() == null ? "" : actor.getId()))
                : Optional.empty();
    }

    /** Testcontainers labels what it starts with its session, and each JVM (even each copy of it) has one of its own. */
    private static boolean isOf(Set<String> sessions, Map<String, String> attributes) {
        String session = attributes.get(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL);
        return session != null
                && sessions.contains(session)
                && !attributes.getOrDefault("name", "").startsWith(RYUK);
    }

    /** Collects what the engine tells until it has told everything. */
    private static final class Answer extends ResultCallback.Adapter<Event> {

        private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();

        @Override
        public void onNext(Event event) {
            events.add(event);
        }
    }
}

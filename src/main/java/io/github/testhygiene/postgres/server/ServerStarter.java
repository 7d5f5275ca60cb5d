package io.github.testhygiene.postgres.server;

import io.github.testhygiene.advice.ServerAdvice;
import io.github.testhygiene.model.ProblemException;
import java.time.Duration;
import java.util.function.Consumer;

/** Starts or joins the server that the settings ask for, and says in one line which it is and why. */
public final class ServerStarter {

    /** How long a slow engine is waited for; said in the docs. One that is not there takes no time. */
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);

    private final EmbeddedBinaries binaries;
    private final Consumer<String> log;
    private final ShutdownActions ends;

    /**
     * With what starting needs.
     *
     * @param binaries where the embedded server's binaries come from
     * @param log takes the lines that a user should see
     */
    public ServerStarter(EmbeddedBinaries binaries, Consumer<String> log) {
        this(binaries, log, ShutdownActions.NONE);
    }

    /**
     * With what starting needs, and what ends the server should the build end before the caller closes it.
     *
     * @param binaries where the embedded server's binaries come from
     * @param log takes the lines that a user should see
     * @param ends takes what ends the server, from its first moment on
     */
    public ServerStarter(EmbeddedBinaries binaries, Consumer<String> log, ShutdownActions ends) {
        this.binaries = binaries;
        this.log = log;
        this.ends = ends;
    }

    /**
     * Starts or joins a server.
     *
     * @param settings which
     * @return a server that answers; the caller closes it
     * @throws ProblemException if there can be none, with what to do about it
     */
    public PostgresServer start(ServerSettings settings) {
        return switch (settings.choice()) {
            case AUTO -> auto(settings);
            case CONTAINER -> container(settings);
            case EMBEDDED -> embedded(settings, "as configured");
            case EXTERNAL -> external(settings);
        };
    }

    private PostgresServer auto(ServerSettings settings) {
        String image = image(settings);
        EngineAnswer answer = EngineProbe.look(PROBE_LIMIT);
        if (answer instanceof EngineAnswer.None) {
            return embedded(settings, answer.why() + notTheImage(settings));
        }
        try {
            return started(ContainerServer.start(image, log, ends), answer.why());
        } catch (ProblemException e) {
            return embedded(settings, withoutFullStop(e.problem().what()) + notTheImage(settings));
        }
    }

    private PostgresServer container(ServerSettings settings) {
        String image = image(settings);
        EngineAnswer answer = EngineProbe.look(PROBE_LIMIT);
        if (answer instanceof EngineAnswer.None) {
            throw new ProblemException(ServerAdvice.noEngine(answer.why()));
        }
        return started(ContainerServer.start(image, log, ends), "as configured; " + answer.why());
    }

    private PostgresServer embedded(ServerSettings settings, String why) {
        PostgresVersion version = PostgresVersion.parse(settings.postgresVersion());
        return started(new EmbeddedStart(version, binaries, settings.cache(), ends).start(), why);
    }

    private PostgresServer external(ServerSettings settings) {
        ExternalLogin login = settings.external();
        if (login == null || login.jdbcUrl().isBlank()) {
            throw new ProblemException(ServerAdvice.externalNotNamed());
        }
        PostgresServer server = ExternalServer.join(login, log);
        return started(server, "as configured, at " + server.maintenance().shownUrl());
    }

    private PostgresServer started(PostgresServer server, String why) {
        String image = server.describe().image();
        log.accept("Using " + server.provider().label() + " PostgreSQL " + server.version()
                + (image == null ? "" : " (" + image + ")") + ": " + why);
        return server;
    }

    private static String image(ServerSettings settings) {
        String image = settings.image();
        return image == null || image.isBlank()
                ? PostgresVersion.parse(settings.postgresVersion()).image()
                : image.strip();
    }

    private static String notTheImage(ServerSettings settings) {
        return settings.image() == null ? "" : "; what image " + settings.image() + " adds is missing";
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}

package io.github.testhygiene.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.fixture.MavenBuilds;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;

class SessionEndTest {

    private final MavenSession session = MavenBuilds.session();
    private final List<String> calls = new ArrayList<>();

    @Test
    void theSessionsOwnListenerIsCalledAndThenTheActionOnce() {
        session.getRequest().setExecutionListener(new AbstractExecutionListener() {
            @Override
            public void mojoStarted(ExecutionEvent event) {
                calls.add("mojoStarted");
            }

            @Override
            public void sessionEnded(ExecutionEvent event) {
                calls.add("sessionEnded");
            }
        });
        SessionEnd.call(session, () -> calls.add("action"));

        listener().mojoStarted(null);
        listener().sessionEnded(null);

        assertThat(calls).containsExactly("mojoStarted", "sessionEnded", "action");
    }

    @Test
    void aSessionMayHaveNoListener() {
        session.getRequest().setExecutionListener(null);
        SessionEnd.call(session, () -> calls.add("action"));

        listener().projectStarted(null);
        assertThat(listener()).hasSameHashCodeAs(listener());
        listener().sessionEnded(null);

        assertThat(calls).containsExactly("action");
    }

    @Test
    void aListenerThatThrowsKeepsTheActionFromNothing() {
        session.getRequest().setExecutionListener(new AbstractExecutionListener() {
            @Override
            public void sessionEnded(ExecutionEvent event) {
                throw new IllegalStateException("broken");
            }
        });
        SessionEnd.call(session, () -> calls.add("action"));

        assertThatThrownBy(() -> listener().sessionEnded(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThat(calls).containsExactly("action");
    }

    @Test
    void severalActionsAreAllCalled() {
        SessionEnd.call(session, () -> calls.add("first"));
        SessionEnd.call(session, () -> calls.add("second"));

        listener().sessionEnded(null);

        assertThat(calls).containsExactlyInAnyOrder("first", "second");
    }

    private ExecutionListener listener() {
        return session.getRequest().getExecutionListener();
    }
}

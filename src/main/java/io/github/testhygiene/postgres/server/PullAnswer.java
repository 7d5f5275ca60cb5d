package io.github.testhygiene.postgres.server;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What an engine says while it pulls an image. The Docker client's own callbacks print a stack trace for each refusal. */
public final class PullAnswer implements ResultCallback<PullResponseItem> {

    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private volatile @Nullable Closeable stream;

    @Override
    public void onStart(Closeable opened) {
        stream = opened;
    }

    @Override
    @SuppressWarnings("deprecation")
    public void onNext(PullResponseItem item) {
        if (item.isErrorIndicated()) {
            end.completeExceptionally(new DockerClientException(
                    item.getErrorDetail() != null
                            ? String.valueOf(item.getErrorDetail().getMessage())
                            : String.valueOf(item.getError())));
        }
    }

    @Override
    public void onError(Throwable thrown) {
        end.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        end.complete(true);
    }

    @Override
    public void close() throws IOException {
        Closeable opened = stream;
        if (opened != null) {
            opened.close();
        }
    }

    /**
     * Waits until the image is there.
     *
     * @param minutes how long
     * @throws DockerException if the engine refuses
     * @throws DockerClientException if it fails, or takes longer
     */
    void await(int minutes) throws InterruptedException {
        try {
            end.get(minutes, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new DockerClientException("not pulled within " + minutes + " minutes", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DockerException refused) {
                throw refused;
            }
            throw new DockerClientException(String.valueOf(FailureReason.deepest(e)), e);
        }
    }
}

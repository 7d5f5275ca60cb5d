package io.github.testhygiene.selection;

import io.github.testhygiene.model.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a working tree differs from a commit.
 *
 * @param commit the commit's whole name
 * @param root the top folder of the working tree
 * @param files the files that differ, also those of other modules
 */
public record WorkingTreeChanges(String commit, Path root, List<ChangedFile> files) {

    /** Copies the list. */
    public WorkingTreeChanges {
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(root, "root");
        files = List.copyOf(files);
    }

    /**
     * Asks git.
     *
     * @param folder a folder of the working tree
     * @param since a commit, branch or tag; null for the main branch. The comparison is with the commit at which what is
     *     checked out left it, so that what others have done there since does not count
     * @return what differs
     * @throws ProblemException if git is not there or cannot tell
     */
    public static WorkingTreeChanges since(Path folder, @Nullable String since) {
        try {
            GitRepository repository = GitRepository.around(folder.toRealPath());
            String base = repository.base(since);
            return new WorkingTreeChanges(base, repository.root(), repository.changesSince(base));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }
}

package io.github.testhygiene.selection;

import io.github.testhygiene.advice.SelectionAdvice;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.selection.GitCommand.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The repository, or the working tree of one, in which a folder is. */
final class GitRepository {

    private static final List<String> MAIN_BRANCHES = List.of("origin/HEAD", "origin/main", "origin/master");

    private final Path root;
    private final GitCommand git;

    private GitRepository(Path root) {
        this.root = root;
        this.git = new GitCommand(root);
    }

    /**
     * The repository around a folder.
     *
     * @throws ProblemException if there is none, or no git
     */
    static GitRepository around(Path folder) {
        Answer answer = new GitCommand(folder).run("rev-parse", "--show-toplevel");
        if (!answer.succeeded()) {
            // Git refuses repositories of other users, and says how to let it.
            throw new ProblemException(
                    answer.error().contains("not a git repository")
                            ? SelectionAdvice.noRepository(folder)
                            : SelectionAdvice.gitFailed(
                                    "rev-parse --show-toplevel", answer.error().strip()));
        }
        try {
            return new GitRepository(Path.of(answer.line()).toRealPath());
        } catch (IOException e) {
            throw new ProblemException(SelectionAdvice.noRepository(folder), e);
        }
    }

    /** The top folder of the working tree. */
    Path root() {
        return root;
    }

    /**
     * The commit from which what is here went its own way.
     *
     * @param since a commit, branch or tag; null for the main branch
     * @return the merge base of it and what is checked out
     * @throws ProblemException if there is no such commit, or nothing that both have in common
     */
    String base(@Nullable String since) {
        String other = since == null ? mainBranch() : since;
        String commit = commit(other).orElseThrow(() -> new ProblemException(SelectionAdvice.unknownCommit(other)));
        String head = commit("HEAD").orElseThrow(() -> new ProblemException(SelectionAdvice.unknownCommit("HEAD")));
        Answer answer = git.run("merge-base", head, commit);
        if (answer.succeeded()) {
            return answer.line();
        }
        if (answer.exit() == 1) {
            throw new ProblemException(
                    isShallow() ? SelectionAdvice.shallowClone(other) : SelectionAdvice.nothingInCommon(other));
        }
        return git.demand("merge-base", head, commit).line();
    }

    private String mainBranch() {
        return MAIN_BRANCHES.stream()
                .filter(branch -> commit("refs/remotes/" + branch).isPresent())
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        isShallow() ? SelectionAdvice.shallowClone("origin/HEAD") : SelectionAdvice.noMainBranch()));
    }

    private Optional<String> commit(String name) {
        if (name.startsWith("-")) {
            return Optional.empty(); // git would read it as an option
        }
        Answer answer = git.run("rev-parse", "--verify", "--quiet", name + "^{commit}");
        return answer.succeeded() ? Optional.of(answer.line()) : Optional.empty();
    }

    private boolean isShallow() {
        return git.run("rev-parse", "--is-shallow-repository").line().equals("true");
    }

    /**
     * What in the working tree differs from a commit: committed since then, staged, not staged, or not known to git and not
     * ignored.
     *
     * @param commit the commit
     * @return each file once
     * @throws ProblemException if git cannot tell
     */
    List<ChangedFile> changesSince(String commit) {
        List<ChangedFile> files = new ArrayList<>();
        Iterator<String> parts = git.demand(
                        "diff",
                        "--name-status",
                        "-z",
                        "--no-renames",
                        "--no-ext-diff",
                        "--no-textconv",
                        "--ignore-submodules=none",
                        commit,
                        "--")
                .parts()
                .iterator();
        while (parts.hasNext()) {
            String status = parts.next();
            files.add(new ChangedFile(root.resolve(parts.next()), status.startsWith("D")));
        }
        git.demand("ls-files", "--others", "--exclude-standard", "-z")
                .parts()
                .forEach(path -> files.add(new ChangedFile(root.resolve(path), false)));
        return files;
    }
}

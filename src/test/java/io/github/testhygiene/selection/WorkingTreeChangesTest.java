package io.github.testhygiene.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs from a commit, asked of real repositories. */
class WorkingTreeChangesTest {

    @TempDir
    private Path temporary;

    private Checkout checkout;

    @BeforeEach
    void makeARepository() {
        checkout = Checkout.in(temporary.resolve("a shop"));
    }

    @Test
    void whateverIsInTheWorkingTreeCountsButWhatIsIgnored() {
        checkout.write("committed.txt", "1").write("staged.txt", "1").write("edited.txt", "1");
        checkout.write("same.txt", "1").write("gone.txt", "1");
        checkout.origin("main", checkout.commit());
        checkout.write("committed.txt", "2").commit();
        checkout.write("staged.txt", "2").git("add", "staged.txt");
        checkout.write("edited.txt", "2").delete("gone.txt");
        checkout.write("néw \"file\".txt", "1").write("ignored/file.txt", "1");

        WorkingTreeChanges changes = WorkingTreeChanges.since(checkout.root(), null);

        assertThat(changes.files())
                .containsExactlyInAnyOrder(
                        changed("committed.txt"),
                        changed("staged.txt"),
                        changed("edited.txt"),
                        changed("néw \"file\".txt"),
                        new ChangedFile(checkout.root().resolve("gone.txt"), true));
    }

    @Test
    void aFileThatWasMovedIsGoneFromItsOldPlace() {
        checkout.write("old.txt", "the same text\n".repeat(20));
        checkout.origin("main", checkout.commit());
        checkout.git("mv", "old.txt", "new.txt");

        assertThat(WorkingTreeChanges.since(checkout.root(), null).files())
                .containsExactlyInAnyOrder(
                        changed("new.txt"), new ChangedFile(checkout.root().resolve("old.txt"), true));
    }

    @Test
    void whatOthersHaveDoneOnTheMainBranchSinceDoesNotCount() {
        String start = checkout.commit();
        checkout.git("checkout", "-q", "-b", "feature");
        checkout.write("mine.txt", "1").commit();
        checkout.git("checkout", "-q", "main");
        checkout.write("theirs.txt", "1");
        checkout.origin("main", checkout.commit());
        checkout.git("checkout", "-q", "feature");

        assertThat(WorkingTreeChanges.since(checkout.root(), null).files()).containsExactly(changed("mine.txt"));
        WorkingTreeChanges explicit = WorkingTreeChanges.since(checkout.root(), "main");
        assertThat(explicit.files()).containsExactly(changed("mine.txt"));
        assertThat(explicit.commit()).isEqualTo(start);
    }

    @Test
    void theMainBranchIsWhatTheOriginSaysThenMainThenMaster() {
        String first = checkout.commit();
        String second = checkout.commit();
        String third = checkout.commit();

        assertThat(WorkingTreeChanges.since(checkout.origin("master", first).root(), null)
                        .commit())
                .isEqualTo(first);
        assertThat(WorkingTreeChanges.since(checkout.origin("main", second).root(), null)
                        .commit())
                .isEqualTo(second);
        checkout.origin("develop", third);
        checkout.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/develop");
        assertThat(WorkingTreeChanges.since(checkout.root(), null).commit()).isEqualTo(third);
    }

    @Test
    void aFolderBelowAndAnotherWorkingTreeAreAskedAsWell() {
        checkout.write("back/pom.xml", "<project/>").write("front/app.ts", "1");
        checkout.origin("main", checkout.commit());
        checkout.write("front/app.ts", "2");
        Path second = checkout.root().resolveSibling("second");
        checkout.git("worktree", "add", "-q", second.toString());

        assertThat(WorkingTreeChanges.since(checkout.root().resolve("back"), null)
                        .files())
                .containsExactly(changed("front/app.ts"));
        assertThat(WorkingTreeChanges.since(second, null).files()).isEmpty();
    }

    @Test
    void toLookChangesNothing() throws Exception {
        checkout.write("file.txt", "1");
        checkout.origin("main", checkout.commit());
        checkout.write("file.txt", "2");
        byte[] index = Files.readAllBytes(checkout.root().resolve(".git/index"));

        WorkingTreeChanges.since(checkout.root(), null);

        assertThat(Files.readAllBytes(checkout.root().resolve(".git/index"))).isEqualTo(index);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-branch", "--all", "HEAD:pom.xml", "", "HEAD~99"})
    void aCommitThatIsNoneIsNamed(String since) {
        checkout.commit();

        assertThatThrownBy(() -> WorkingTreeChanges.since(checkout.root(), since))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<since> is '" + since + "'");
    }

    @Test
    void aRepositoryWithoutACommitHasNothingToCompareWith() {
        assertThatThrownBy(() -> WorkingTreeChanges.since(checkout.root(), "HEAD"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<since> is 'HEAD'");
    }

    @Test
    void withoutAMainBranchTheUserIsAskedForOne() {
        checkout.commit();

        assertThatThrownBy(() -> WorkingTreeChanges.since(checkout.root(), null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("neither origin/HEAD nor origin/main nor origin/master")
                .hasMessageContaining("<since>");
    }

    @Test
    void aFolderInNoRepositoryIsSaidToBeThat() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("exported"));

        assertThatThrownBy(() -> WorkingTreeChanges.since(folder, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is in no git repository");
    }

    @Test
    void aShallowCloneThatMissesTheBeginningIsToldHowToGetIt() {
        checkout.commit();
        checkout.git("checkout", "-q", "-b", "feature");
        checkout.commit();
        checkout.git("checkout", "-q", "main");
        checkout.commit();
        Path clone = temporary.resolve("shallow");
        checkout.git(
                "clone",
                "-q",
                "--depth=1",
                "--no-single-branch",
                "-b",
                "feature",
                checkout.root().toUri().toString(),
                clone.toString());

        assertThatThrownBy(() -> WorkingTreeChanges.since(clone, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("shallow clone")
                .hasMessageContaining("fetch-depth: 0")
                .hasMessageContaining("git fetch --unshallow");
    }

    @Test
    void historiesThatHaveNothingInCommonAreSaidToBeThat() {
        checkout.origin("main", checkout.commit());
        checkout.git("checkout", "-q", "--orphan", "other");
        checkout.commit();

        assertThatThrownBy(() -> WorkingTreeChanges.since(checkout.root(), null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no commit in common");
    }

    @Test
    void aGitThatIsNotThereIsSaidToBeThat() {
        GitCommand none = new GitCommand("no-such-git", checkout.root(), Duration.ofSeconds(60));

        assertThatThrownBy(() -> none.run("status"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("git could not be started");
    }

    @Test
    void whatGitComplainsOfIsPassedOn() {
        assertThatThrownBy(() -> new GitCommand(checkout.root()).demand("no-such-command"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("git no-such-command failed: git: 'no-such-command' is not a git command");
    }

    private ChangedFile changed(String path) {
        List<String> parts = List.of(path.split("/"));
        Path file = checkout.root();
        for (String part : parts) {
            file = file.resolve(part);
        }
        return new ChangedFile(file, false);
    }
}

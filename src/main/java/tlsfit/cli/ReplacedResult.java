package tlsfit.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tlsfit.result.FitResult;
import tlsfit.result.FitResultFile;
import tlsfit.result.InputFile;
import tlsfit.result.UnreadableResultException;

/** A result of other data that a new one of the same name would replace. */
final class ReplacedResult {
  private ReplacedResult() {}

  /**
   * The files that the result which is there was made from, where these are other files with other
   * content than those of the new one; empty where it is an earlier fit of the same sample file, or
   * none is there.
   */
  static Optional<String> otherData(FitResult result, Path folder) {
    Path target = folder.resolve(result.sample() + ".json");
    if (!Files.isRegularFile(target)) {
      return Optional.empty();
    }
    try {
      List<InputFile> before = FitResultFile.read(target).provenance().inputs();
      List<InputFile> now = result.provenance().inputs();
      boolean sameSample =
          before.isEmpty() || now.isEmpty() || before.get(0).file().equals(now.get(0).file());
      return sameSample || hashes(before).equals(hashes(now))
          ? Optional.empty()
          : Optional.of(before.stream().map(InputFile::file).collect(Collectors.joining(", ")));
    } catch (UnreadableResultException e) {
      return Optional.empty();
    }
  }

  private static Set<String> hashes(List<InputFile> inputs) {
    return inputs.stream().map(InputFile::sha256).collect(Collectors.toSet());
  }
}

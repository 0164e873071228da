package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tlsfit.fit.Fit;
import tlsfit.fit.Observations;

/** Subsets of the readings of a fit. */
public final class Part {
  private Part() {}

  /** All readings but one. */
  static Observations without(Fit fit, int left) {
    return fit.observations()
        .subset(
            IntStream.range(0, fit.observations().size()).filter(i -> i != left).boxed().toList());
  }

  /** The numbers of the readings of each file, in the order of the files. */
  static Map<String, List<Integer>> files(Fit fit) {
    Map<String, List<Integer>> files = new LinkedHashMap<>();
    for (int i = 0; i < fit.observations().size(); i++) {
      String file = fit.observations().readings().get(i).origin().file();
      files.computeIfAbsent(file, name -> new ArrayList<>()).add(i);
    }
    return files;
  }
}

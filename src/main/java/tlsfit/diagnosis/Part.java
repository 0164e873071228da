package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tlsfit.fit.Observations;
import tlsfit.fit.Optimum;

/** Some of the readings of a fit, to be fitted again. */
final class Part {
  private Part() {}

  /** All readings but one. */
  static Observations without(Optimum optimum, int left) {
    return optimum
        .observations()
        .subset(
            IntStream.range(0, optimum.observations().size())
                .filter(i -> i != left)
                .boxed()
                .toList());
  }

  /** The numbers of the readings of each file, in the order of the files. */
  static Map<String, List<Integer>> files(Optimum optimum) {
    Map<String, List<Integer>> files = new LinkedHashMap<>();
    for (int i = 0; i < optimum.observations().size(); i++) {
      String file = optimum.observations().readings().get(i).origin().file();
      files.computeIfAbsent(file, name -> new ArrayList<>()).add(i);
    }
    return files;
  }
}

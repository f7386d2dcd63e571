using System.Globalization;
using HyperVLab.Fuzz;

if (FuzzOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var targets = FuzzTargets.All.Where(target => options.Includes(target.Name)).ToList();
if (targets.Count == 0)
{
    Console.Error.WriteLine($"No target of that name. There are: {string.Join(", ", FuzzTargets.Names)}");
    return 2;
}

using var runner = new FuzzRunner(options);
try
{
    return options.ReplayPath is { } path ? runner.Replay(targets, path) : runner.Run(targets);
}
finally
{
    targets.OfType<IDisposable>().ToList().ForEach(target => target.Dispose());
}

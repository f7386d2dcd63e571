using System.Globalization;

namespace HyperVLab.Disks.Benchmarks;

/// <summary>
/// Runs each job and its counterpart by turns, each in a process of its own, with everything in the system's cache and
/// nothing left to be written from the run before. Medians of the ratios of neighbours are printed.
/// </summary>
internal sealed class Pairs(string folder, int times, string only)
{
    private const string Out = "OUT";
    private const string New = "NEW";

    public void Run(TextWriter output)
    {
        output.WriteLine(
            "| what | theirs | ours, in process | ratio | warm | processor time | whole process | floors | memory |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var pair in All().Where(pair => pair.Name.Contains(only, StringComparison.Ordinal)))
        {
            Measure(pair, output);
        }

        output.WriteLine();
        var starts = Enumerable.Range(0, times).Select(_ => Ours(["start"], null).Whole.Seconds).ToList();
        output.WriteLine($"A process of .NET that does nothing takes {Median(starts, "F3")} s.");
    }

    private readonly record struct Times(double Seconds, double Processor);

    private IEnumerable<Pair> All()
    {
        string[] floor = ["cp", "--sparse=always", In("raw4g.img"), Out];
        string[] convert = ["qemu-img", "convert", "-q", "-f"];
        yield return new(
            "raw to dynamic", ["raw-to-dynamic", In("raw4g.img"), Out],
            [.. convert, "raw", "-O", "vpc", "-o", "subformat=dynamic,force_size=on", In("raw4g.img"), Out], floor);
        yield return new(
            "dynamic to raw", ["dynamic-to-raw", In("dyn4g.vhd"), Out],
            [.. convert, "vpc", "-O", "raw", In("dyn4g.vhd"), Out], floor);
        yield return new(
            "dynamic to fixed", ["dynamic-to-fixed", In("dyn4g.vhd"), Out],
            [.. convert, "vpc", "-O", "vpc", "-o", "subformat=fixed,force_size=on", In("dyn4g.vhd"), Out], floor);
        yield return new(
            "drop zeros by a copy", ["dynamic-to-dynamic", In("bloat4g.vhd"), Out],
            [.. convert, "vpc", "-O", "vpc", "-o", "subformat=dynamic,force_size=on", In("bloat4g.vhd"), Out],
            ["sh", "-c", $"cat {In("bloat4g.vhd")} >/dev/null"]);
        foreach (var (name, mode, input, cold) in new[]
        {
            ("drop zeros in place", "Prezeroed", In("bloat4g.vhd"), false),
            ("drop free NTFS clusters in place", "Full", In("ntfs4g.vhd"), false),
            ("the same, cold", "Full", In("ntfs4g.vhd"), true),
        })
        {
            string[] copy = [.. convert, "vpc", "-O", "vpc", "-o", "subformat=dynamic,force_size=on", In(Out), In(New)];
            var replace = $"{string.Join(' ', copy)} && sync {In(New)} && mv {In(New)} {In(Out)}";
            yield return new(name, ["compact", Out, mode], copy, [], Copied: input, Cold: cold);
            yield return new(
                $"{name}, theirs put in its place", ["compact", Out, mode], ["sh", "-c", replace], [], Copied: input,
                Cold: cold);
        }

        foreach (var pair in Foreign(convert))
        {
            yield return pair;
        }

        yield return new(
            "read all in order", ["read", In("dyn4g.vhd")],
            ["qemu-img", "bench", "-q", "-f", "vpc", "-c", "2048", "-s", "2M", "-d", "1", In("dyn4g.vhd")],
            ["sh", "-c", $"cat {In("dyn4g.vhd")} >/dev/null"]);
        yield return new(
            "20000 random reads of 4 KiB", ["random", In("dyn4g.vhd"), In("rand4k.offsets")],
            ["qemu-io", "-r", "-f", "vpc", In("dyn4g.vhd")], [], In("rand4k.qio"));
        yield return new(
            "the same through a chain of three", ["random", In("chain2.vhd"), In("rand4k.offsets")],
            ["qemu-io", "-r", "-f", "vpc", In("dyn4g.vhd")], [], In("rand4k.qio"));
        yield return new(
            "create dynamic, 127 GB", ["create", Out, "127"],
            ["qemu-img", "create", "-q", "-f", "vpc", "-o", "subformat=dynamic,force_size=on", Out, "127G"],
            ["true"]);
        yield return new(
            "create dynamic, 2040 GB", ["create", Out, "2040"],
            ["qemu-img", "create", "-q", "-f", "vpc", "-o", "subformat=dynamic,force_size=on", Out, "2040G"],
            ["true"]);
    }

    private IEnumerable<Pair> Foreign(string[] convert)
    {
        foreach (var name in new[] { "sparse", "stream" })
        {
            yield return new(
                $"VMDK to dynamic, {name}", ["vmdk-to-dynamic", In($"{name}4g.vmdk"), Out],
                [.. convert, "vmdk", "-O", "vpc", "-o", "subformat=dynamic,force_size=on", In($"{name}4g.vmdk"), Out],
                []);
        }

        yield return new(
            "P2V of a half-empty disk", ["p2v", In("server4g.img"), Out],
            [.. convert, "raw", "-O", "vpc", "-o", "subformat=dynamic,force_size=on", In("server4g.img"), Out], []);
    }

    private void Measure(Pair pair, TextWriter output)
    {
        List<double> clock = [], warm = [], whole = [], processors = [], floors = [], ours = [], theirs = [];
        var memory = 0.0;
        for (var i = 0; i < times; i++)
        {
            var mine = Ours(pair.Ours, pair);
            var other = Theirs(pair.Theirs, pair);
            clock.Add(other.Seconds / mine.Inside.Seconds);
            whole.Add(other.Seconds / mine.Whole.Seconds);
            if (Jobs.Again(pair.Ours[0], []) is not null)
            {
                warm.Add(other.Seconds / Ours(["warm", .. pair.Ours], pair).Warm);
            }

            processors.Add(other.Processor / mine.Inside.Processor);
            ours.Add(mine.Inside.Seconds);
            theirs.Add(other.Seconds);
            memory = Math.Max(memory, mine.Memory);
            if (pair.Floor.Length > 0)
            {
                floors.Add(mine.Inside.Seconds / Theirs(pair.Floor, null).Seconds);
            }
        }

        output.WriteLine($"| {pair.Name} | {Median(theirs, "F3")} s | {Median(ours, "F3")} s "
            + $"| {Median(clock, "F2")} | {Median(warm, "F2")} "
            + $"| {Median(processors, "F2")} | {Median(whole, "F2")} | {Median(floors, "F2")} "
            + $"| {memory.ToString("F0", CultureInfo.InvariantCulture)} MB |");
    }

    private (Times Inside, Times Whole, double Warm, double Memory) Ours(string[] job, Pair? pair)
    {
        Clean(pair);
        var (seconds, processor, text) = Child.Run(null, Environment.ProcessPath!, Named(job));
        var answers = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1].Trim());
        var inside = new Times(Number(answers["seconds"]), Number(answers["processor"]));
        return (inside, new Times(seconds, processor), Number(answers["warm"]), Number(answers["memoryMB"]));
    }

    private Times Theirs(string[] command, Pair? pair)
    {
        Clean(pair);
        var (seconds, processor, _) = Child.Run(pair?.Input, command[0], Named(command[1..]));
        return new Times(seconds, processor);
    }

    private void Clean(Pair? pair)
    {
        File.Delete(In(Out));
        File.Delete(In(New));
        if (pair?.Copied is { } copied)
        {
            Child.Check("cp", "--sparse=never", copied, In(Out));
        }

        Child.Check("sync");
        if (pair is { Cold: true })
        {
            Child.Check("dd", $"if={In(Out)}", "iflag=nocache", "count=0", "status=none");
        }
    }

    private string[] Named(string[] arguments)
        => [.. arguments.Select(argument => argument == Out ? In(Out) : argument)];

    private string In(string name) => Path.Combine(Path.GetFullPath(folder), name);

    private static string Median(List<double> values, string format)
        => values.Count == 0
            ? ""
            : values.Order().ElementAt(values.Count / 2).ToString(format, CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;
using HyperVLab.Disks.Benchmarks;

// inputs FOLDER          makes what is measured, if it is not there
// pairs FOLDER [TIMES]   measures everything against qemu-img, by turns, and prints a table
// JOB ARGUMENTS          does one job, once, and prints its seconds and the process's most memory
// warm JOB ARGUMENTS     does it some more times, and prints the least seconds of those too
switch (args)
{
    case ["inputs", var folder]:
        new Inputs(folder).Make();
        return 0;
    case ["pairs", var folder, .. var rest]:
        new Inputs(folder).Make();
        var times = rest is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 7;
        new Pairs(folder, times, rest is [_, var only] ? only : "").Run(Console.Out);
        return 0;
    case ["warm", var name, .. var arguments] when Jobs.Find(name) is { } job:
        Measured.Run(() => job(arguments), Jobs.Again(name, arguments), Console.Out);
        return 0;
    case [var name, .. var arguments] when Jobs.Find(name) is { } job:
        Measured.Run(() => job(arguments), null, Console.Out);
        return 0;
    default:
        Console.Error.WriteLine($"inputs FOLDER | pairs FOLDER [TIMES [NAME]] | {string.Join(" | ", Jobs.Names)}");
        return 2;
}

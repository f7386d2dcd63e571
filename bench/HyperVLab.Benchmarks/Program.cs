using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using HyperVLab.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

if (args is ["figures", .. var part])
{
    new LabFigures(Console.Out).Run(part.FirstOrDefault());
    return;
}

if (args is ["service"])
{
    new ServiceFigures(Console.Out).Run();
    return;
}

if (args is ["swarm"])
{
    new SwarmFigures(Console.Out).Run();
    return;
}

if (args is ["consolidation"])
{
    new ConsolidationFigures(Console.Out).Run();
    return;
}

if (args is ["placement"])
{
    new PlacementFigures(Console.Out).Run();
    return;
}

if (args is ["templates"])
{
    new TemplateFigures(Console.Out).Run();
    return;
}

if (args is ["store"])
{
    using var figures = new StoreFigures(Console.Out);
    figures.Run();
    return;
}

if (args is ["frames"])
{
    new FrameFigures(Console.Out).Run();
    return;
}

if (args is ["rand-read", string disk, string offsets])
{
    new RandomReads(Console.Out).Run(disk, offsets);
    return;
}

// Every figure stands beside a floor that was measured in the same run: compare ratios, not seconds.
ManualConfig config = ManualConfig.CreateEmpty()
    .AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance))
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddLogger(ConsoleLogger.Default);

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);

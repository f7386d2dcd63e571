using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Objects;

/// <summary>How busy a server is over a virtual week, as Measure-LabServerLoad writes it.</summary>
public sealed class ServerLoadMeasure
{
    private readonly LoadMeasure _measure;

    internal ServerLoadMeasure(InventoryServer server, LoadMeasure measure)
    {
        Server = server;
        _measure = measure;
    }

    /// <summary>The server.</summary>
    public InventoryServer Server { get; }

    /// <summary>The server's name.</summary>
    public string Name => Server.Name;

    /// <summary>What it does.</summary>
    public ServerRole Role => Server.Role;

    /// <summary>The mean use of its processors in per cent.</summary>
    public double AverageProcessor => _measure.MeanProcessorPermille / 10.0;

    /// <summary>The percentile of the use of its processors, in per cent.</summary>
    public double Processor => _measure.ProcessorPermille / 10.0;

    /// <summary>The use of its processors in the busiest hour, in per cent.</summary>
    public double MaximumProcessor => _measure.HighestProcessorPermille / 10.0;

    /// <summary>The percentile of its disk operations a second.</summary>
    public long DiskOperations => _measure.Operations;

    /// <summary>The percentile of its network traffic in bits a second.</summary>
    public long NetworkBitsPerSecond => _measure.Kilobits * 1000;

    /// <summary>The hour of the week in which its processors are busiest, from Monday 0:00.</summary>
    public int BusiestHour => _measure.BusiestHour;

    /// <summary>The server's name.</summary>
    public override string ToString() => Name;
}

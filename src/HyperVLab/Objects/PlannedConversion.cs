using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Objects;

/// <summary>One conversion of a night.</summary>
public sealed class PlannedConversion
{
    private readonly ScheduledConversion _conversion;

    internal PlannedConversion(ScheduledConversion conversion)
    {
        _conversion = conversion;
        VM = new CapacityPlanVM(conversion.VM);
    }

    /// <summary>What the server becomes, and where.</summary>
    public CapacityPlanVM VM { get; }

    /// <summary>The server.</summary>
    public InventoryServer Server => VM.Server;

    /// <summary>The server's name.</summary>
    public string Name => Server.Name;

    /// <summary>The night, from 1.</summary>
    public int Wave => _conversion.Wave;

    /// <summary>The network segment whose uplink it shares.</summary>
    public int Segment => Server.Segment;

    /// <summary>Which of the conversions that share the uplink it is, from 1.</summary>
    public int Lane => _conversion.Lane;

    /// <summary>The host's name.</summary>
    public string HostName => VM.HostName;

    /// <summary>When it begins, since the Monday at 0:00 of the first night's week.</summary>
    public TimeSpan StartTime => _conversion.Start;

    /// <summary>How long it takes.</summary>
    public TimeSpan Duration => _conversion.Duration;

    /// <summary>When it ends.</summary>
    public TimeSpan EndTime => _conversion.End;

    /// <summary>Whether the server goes on working meanwhile.</summary>
    public bool IsOnline => _conversion.IsOnline;

    /// <summary>The server's name.</summary>
    public override string ToString() => Name;
}

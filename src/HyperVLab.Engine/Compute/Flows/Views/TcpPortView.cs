namespace HyperVLab.Engine.Compute.Views;

/// <summary>A TCP port that somebody opened or closed.</summary>
public sealed record TcpPortView
{
    /// <summary>Its number in the lab.</summary>
    public required int Key { get; init; }

    /// <summary>The computer or virtual machine.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a virtual machine's guest.</summary>
    public required bool IsGuest { get; init; }

    /// <summary>The port.</summary>
    public required int Port { get; init; }

    /// <summary>What becomes of a request to connect.</summary>
    public required TcpPortState State { get; init; }

    internal static TcpPortView Of(LabState lab, TcpPort port) => new()
    {
        Key = port.Key.Number,
        Name = port.VM is { } vm ? lab.NameOf(vm) : lab.NameOf(port.Computer!.Value),
        IsGuest = port.VM is not null,
        Port = port.Port,
        State = port.State,
    };
}

namespace HyperVLab.Engine.Hosts;

/// <summary>A domain of the directory.</summary>
public sealed record DomainView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its DNS name.</summary>
    public required string Name { get; init; }

    /// <summary>Its NetBIOS name.</summary>
    public required string NetBiosName { get; init; }

    /// <summary>Its security identifier.</summary>
    public required string Sid { get; init; }

    /// <summary>Its controller's name.</summary>
    public required string Controller { get; init; }

    /// <summary>Its controller's number.</summary>
    public required int ControllerKey { get; init; }

    internal static DomainView Of(LabState lab, DirectoryDomain domain) => new()
    {
        Key = domain.Key.Number,
        Name = domain.Name,
        NetBiosName = domain.NetBiosName,
        Sid = domain.Sid,
        Controller = lab.Computers[domain.Controller].Name,
        ControllerKey = domain.Controller.Number,
    };
}

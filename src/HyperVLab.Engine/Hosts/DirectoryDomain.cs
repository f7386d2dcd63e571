using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>A domain of the directory.</summary>
public sealed class DirectoryDomain : IEntity<DirectoryDomain>, INamed
{
    internal DirectoryDomain(
        Key<DirectoryDomain> key, string name, string netBiosName, string sid, Key<PhysicalComputer> controller)
    {
        Key = key;
        Name = name;
        NetBiosName = netBiosName;
        Sid = sid;
        Controller = controller;
        NextRelativeIdentifier = HostSettings.FirstRelativeIdentifier;
    }

    /// <inheritdoc/>
    public Key<DirectoryDomain> Key { get; private set; }

    /// <summary>Its DNS name, such as <c>lab.local</c>.</summary>
    public string Name { get; private set; }

    /// <summary>Its NetBIOS name, such as <c>LAB</c>.</summary>
    public string NetBiosName { get; private set; }

    /// <summary>Its security identifier, with which those of its accounts begin.</summary>
    public string Sid { get; private set; }

    /// <summary>Its controller, which also answers for DNS.</summary>
    public Key<PhysicalComputer> Controller { get; private set; }

    /// <summary>The last part of the next security identifier that it gives.</summary>
    public int NextRelativeIdentifier { get; private set; }

    /// <summary>Gives the security identifier of a new object.</summary>
    internal string IssueSid() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Sid}-{NextRelativeIdentifier++}");
}

namespace HyperVLab.Engine.Networking;

/// <summary>What kind of adapter it is.</summary>
public enum NetworkAdapterKind
{
    /// <summary>A card in the computer.</summary>
    Physical,

    /// <summary>One adapter that the vendor's driver made of several.</summary>
    Bond,

    /// <summary>The management operating system's own port on a virtual switch.</summary>
    ManagementOS,

    /// <summary>One adapter that Windows made of several (2012).</summary>
    Team,

    /// <summary>The members of a virtual switch with embedded teaming, together (2016); Windows shows none.</summary>
    EmbeddedTeam,

    /// <summary>A further adapter that a team of Windows has, for one VLAN (2012).</summary>
    TeamNic,
}

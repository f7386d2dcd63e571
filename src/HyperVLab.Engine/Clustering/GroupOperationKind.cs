namespace HyperVLab.Engine.Clustering;

/// <summary>What a group is doing.</summary>
public enum GroupOperationKind
{
    /// <summary>Its resources come online.</summary>
    BringOnline,

    /// <summary>Its resources go offline.</summary>
    TakeOffline,

    /// <summary>Its resources go offline, and come online on another node.</summary>
    Move,

    /// <summary>What its node left is brought online on another node.</summary>
    FailOver,

    /// <summary>Its virtual machine moves while it runs.</summary>
    LiveMigration,
}

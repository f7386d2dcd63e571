namespace HyperVLab.Engine.Management.Roles;

/// <summary>How much somebody may do with a thing that is in his scope.</summary>
internal enum Reach
{
    /// <summary>He sees it.</summary>
    See,

    /// <summary>He changes it.</summary>
    Manage,
}

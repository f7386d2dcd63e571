namespace HyperVLab.Engine.Management.Roles;

/// <summary>Who else than an administrator of the lab may make a request.</summary>
internal enum RightLevel
{
    /// <summary>Administrators of the server concerned.</summary>
    Server,

    /// <summary>Also delegated administrators, where all that the request names is in their scope.</summary>
    Fabric,

    /// <summary>Also self-service users, for a virtual machine, template or profile of their own.</summary>
    Own,

    /// <summary>Whoever asked for the job that the request names.</summary>
    OwnJob,

    /// <summary>Whoever may still change what that job made or changed.</summary>
    JobResult,
}

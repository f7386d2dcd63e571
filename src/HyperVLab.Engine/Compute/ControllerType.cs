namespace HyperVLab.Engine.Compute;

/// <summary>Which kind of controller a drive hangs on; numbers of Microsoft.HyperV.PowerShell.ControllerType.</summary>
public enum ControllerType
{
    /// <summary>One of the two IDE controllers, from which a generation 1 machine boots.</summary>
    IDE = 0,

    /// <summary>A SCSI controller, which the guest reaches through integration services only.</summary>
    SCSI = 1,
}

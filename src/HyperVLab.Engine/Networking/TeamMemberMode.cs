namespace HyperVLab.Engine.Networking;

/// <summary>What a member of a team is to do (NetLbfo's AdminModes).</summary>
public enum TeamMemberMode
{
    /// <summary>It carries frames.</summary>
    Active,

    /// <summary>It carries frames while another member cannot.</summary>
    Standby,
}

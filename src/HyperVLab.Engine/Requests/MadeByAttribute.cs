namespace HyperVLab.Engine.Requests;

/// <summary>Says which cmdlet makes a request that is not named after it: one cmdlet may do what several did.</summary>
/// <param name="cmdlet">The cmdlet, such as <c>Move-LabVM</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MadeByAttribute(string cmdlet) : Attribute
{
    /// <summary>The cmdlet.</summary>
    public string Cmdlet { get; } = cmdlet;
}

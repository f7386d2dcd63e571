namespace HyperVLab.Disks.Serving;

/// <summary>A client does not keep to the protocol so that the server cannot go on with it.</summary>
/// <param name="message">What the client did.</param>
internal sealed class NbdProtocolException(string message) : IOException(message);

using System.Text.Encodings.Web;
using System.Text.Json;

namespace XSight.ShopifySimulator;

/// <summary>How JSON is written: as UTF-8 without needless escapes, and unchecked where our own code keeps the order.</summary>
internal static class Json
{
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}

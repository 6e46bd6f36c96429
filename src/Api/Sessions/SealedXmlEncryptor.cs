using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using XSight.Api.Configuration;

namespace XSight.Api.Sessions;

/// <summary>Seals a key of ASP.NET Core's key ring before it is written.</summary>
internal sealed class SealedXmlEncryptor(XSightOptions options) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", SealedXml.Seal(options, plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(SealedXmlDecryptor));
}

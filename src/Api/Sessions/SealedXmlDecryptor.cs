using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using XSight.Api.Configuration;

namespace XSight.Api.Sessions;

/// <summary>Opens what <see cref="SealedXmlEncryptor"/> sealed; the key ring makes it by its type's name, from the host's services.</summary>
internal sealed class SealedXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(SealedXml.Open(services.GetRequiredService<XSightOptions>(), encryptedElement.Value));
}

//! A signature as it is kept beside an article: 188 hexadecimal digits, and back.

use std::fmt;
use std::str::FromStr;

use super::Signature;

/// What is kept is no signature of this kind; it is to be made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no signature of an article")]
pub struct NoSignature;

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_bytes().iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Signature {
    type Err = NoSignature;

    fn from_str(digits: &str) -> Result<Self, NoSignature> {
        let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let bytes: Option<Vec<u8>> = pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect();
        let bytes = bytes.filter(|_| rest.is_empty()).ok_or(NoSignature)?;
        bytes.try_into().map(|bytes| Self::from_bytes(&bytes)).map_err(|_| NoSignature)
    }
}
